package care.trellis.demo.story;

import care.trellis.demo.story.Planted.Kind;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;

/** Says what the plan planted, and what should come of each by the payer's own words. */
public final class Problems {

    private Problems() {}

    /** All of them. */
    public static List<Planted> of(ClinicPlan plan) {
        var lastMonday = plan.story().lastWholeWeek();
        var planted = new ArrayList<Planted>();
        planted.add(
                day(
                        Kind.LATE_BY_A_MINUTE,
                        "Came at 15:31 to the group of 15:30: 179 of 180 minutes that day",
                        plan.lateByAMinute(),
                        plan.lateDay(),
                        "NOT_BILLABLE",
                        "DAY_MINUTES_LT_180",
                        "1 more minute"));
        planted.add(
                new Planted(
                        Kind.AUTHORIZATION_ENDS_TOMORROW,
                        "The authorization ends on "
                                + plan.grants(plan.endsTomorrow()).getLast().to()
                                + " and nobody has asked for the next one",
                        names(List.of(plan.endsTomorrow())),
                        plan.grants(plan.endsTomorrow()).getLast().to(),
                        null,
                        null,
                        "Ask the payer for the next span of days",
                        null));
        planted.add(
                new Planted(
                        Kind.NOTES_NEARLY_ALIKE,
                        "Two lines of the process group differ in one word",
                        names(plan.alike()),
                        plan.alikeDay(),
                        null,
                        null,
                        "Write what each of them did and said",
                        null));
        planted.add(
                new Planted(
                        Kind.POSITIVE_ITEM_9,
                        "The PHQ-9 total is 19, and its ninth item was answered with 1",
                        names(List.of(plan.positiveItem9())),
                        plan.positiveItem9Day(),
                        null,
                        null,
                        "Look at the answer, go through the crisis plan and close the alert",
                        null));
        planted.add(
                new Planted(
                        Kind.DENIED_CLAIM,
                        "The payer denies the claim of the week of %s for want of an authorization (CO-197), though there is one"
                                .formatted(plan.deniedWeek()),
                        names(List.of(plan.denied())),
                        plan.deniedWeek(),
                        null,
                        null,
                        "Appeal with the authorization's number",
                        null));
        planted.add(
                day(
                        Kind.NO_CONSENT,
                        "In a program under 42 CFR Part 2 without a signed consent: every day is held",
                        plan.withoutConsent(),
                        lastMonday.with(DayOfWeek.TUESDAY),
                        "HOLD",
                        "NO_CONSENT_FOR_PAYMENT",
                        "Ask for the signature"));
        planted.add(
                day(
                        Kind.MISSING_SIGNATURE,
                        "The note of the second online group was written and never signed",
                        plan.unsigned(),
                        plan.unsignedDay(),
                        "HOLD",
                        "NOTE_NOT_SIGNED",
                        "Sign the note of that group"));
        planted.add(
                day(
                        Kind.AUTHORIZATION_OVERDRAWN,
                        "The days granted were used up the week before; the client kept coming",
                        plan.overdrawn(),
                        lastMonday.with(DayOfWeek.MONDAY),
                        "HOLD",
                        "AUTHORIZATION_EXHAUSTED",
                        "Ask for more days"));
        return planted;
    }

    private static Planted day(
            Kind kind,
            String what,
            Participant person,
            java.time.LocalDate date,
            String state,
            String reason,
            String fix) {
        return new Planted(kind, what, names(List.of(person)), date, state, reason, fix, null);
    }

    private static List<String> names(List<Participant> people) {
        return people.stream().map(person -> person.person().name()).toList();
    }
}
