package care.trellis.demo;

import static care.trellis.base.Action.SAFETY_EDIT;
import static care.trellis.base.Action.SAFETY_FLAG;

import care.trellis.base.Ids;
import care.trellis.clients.ClientId;
import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.Participant;
import care.trellis.demo.story.Place;
import care.trellis.safety.Flag;
import care.trellis.safety.FlagId;
import care.trellis.safety.Flags;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Who is on call, the flags of the past that were closed, and one that stands. */
@InDemo
class SafetyWatch {

    private static final int FLAGGED = 13;
    private static final int STANDING = 1;

    private final Flags flags;

    SafetyWatch(Flags flags) {
        this.flags = flags;
    }

    /** The watches handed over on Monday, and the flags of the week. */
    List<Step> steps(Clinic clinic, LocalDate monday) {
        var steps = new ArrayList<Step>();
        steps.add(watch(clinic, Place.HOLLOW, Colleague.MARIA, "602-555-0142", monday));
        steps.add(watch(clinic, Place.MESA, Colleague.SELMA, "602-555-0157", monday));
        for (var person : clinic.plan().people()) {
            var day = person.admittedOn().plusDays(14);
            if (person.number() % FLAGGED == 4 && week(day).equals(monday)) {
                steps.addAll(closed(clinic, person, day));
            }
            if (person.number() == STANDING && monday.equals(week(yesterday(clinic)))) {
                steps.add(standing(clinic, person, yesterday(clinic)));
            }
        }
        return steps;
    }

    private Step watch(
            Clinic clinic, Place place, Colleague colleague, String phone, LocalDate monday) {
        return new Step(
                place.at(monday, LocalTime.of(7, 30)),
                () ->
                        flags.goOnCall(
                                        clinic.badges().of(colleague, SAFETY_EDIT),
                                        clinic.house().site(place),
                                        phone)
                                .orThrow());
    }

    private List<Step> closed(Clinic clinic, Participant person, LocalDate day) {
        var place = person.group().place();
        var counselor = Treatment.counselor(person.group());
        var key = Ids.next();
        return List.of(
                new Step(
                        place.at(day, LocalTime.of(16, 0)),
                        () ->
                                raise(
                                        clinic,
                                        person,
                                        key,
                                        Flag.Level.WATCH,
                                        "Missed twice and did not answer the phone.")),
                new Step(
                        place.at(day, LocalTime.of(16, 20)),
                        () -> act(clinic, person, key, Flag.Step.Kind.TAKEN, "")),
                new Step(
                        place.at(day, LocalTime.of(17, 5)),
                        () ->
                                act(
                                        clinic,
                                        person,
                                        key,
                                        Flag.Step.Kind.CALLED,
                                        "Reached the sister, then the client: a cold, at home, coming back.")),
                new Step(
                        place.at(day, LocalTime.of(17, 10)),
                        () ->
                                act(
                                        clinic,
                                        person,
                                        key,
                                        Flag.Step.Kind.CLOSED,
                                        "Safe at home, asked directly about suicide, denies it. Seen by "
                                                + counselor.fullName()
                                                + " at the next group.")));
    }

    private Step standing(Clinic clinic, Participant person, LocalDate day) {
        return new Step(
                person.group().place().at(day, LocalTime.of(16, 5)),
                () ->
                        raise(
                                clinic,
                                person,
                                Ids.next(),
                                Flag.Level.WATCH,
                                "Said on the phone that nobody would notice if this stopped. No plan, not alone, coming to the next group."));
    }

    private void raise(
            Clinic clinic, Participant person, UUID key, Flag.Level level, String words) {
        flags.raise(
                        clinic.badges().of(Colleague.deskAt(person.group().place()), SAFETY_FLAG),
                        key,
                        client(clinic, person),
                        Flag.Kind.SUICIDE,
                        level,
                        Flag.Source.STAFF,
                        words)
                .orThrow();
    }

    private void act(
            Clinic clinic, Participant person, UUID flag, Flag.Step.Kind kind, String words) {
        var permit = clinic.badges().of(Treatment.counselor(person.group()), SAFETY_EDIT);
        if (kind == Flag.Step.Kind.TAKEN) {
            flags.take(permit, client(clinic, person), new FlagId(flag));
        } else {
            flags.act(permit, Ids.next(), client(clinic, person), new FlagId(flag), kind, words)
                    .orThrow();
        }
    }

    private static ClientId client(Clinic clinic, Participant person) {
        return clinic.stay(person).client();
    }

    private static LocalDate yesterday(Clinic clinic) {
        return clinic.plan().story().until().atZone(Place.HOLLOW.zone()).toLocalDate().minusDays(1);
    }

    private static LocalDate week(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
