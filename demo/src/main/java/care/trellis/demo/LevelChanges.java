package care.trellis.demo;

import static care.trellis.base.Action.AFTERCARE_EDIT;
import static care.trellis.base.Action.LEVEL_CHANGE;

import care.trellis.aftercare.Aftercare;
import care.trellis.aftercare.Promise;
import care.trellis.base.Ids;
import care.trellis.demo.story.Group;
import care.trellis.demo.story.Participant;
import care.trellis.demo.story.Place;
import care.trellis.organizations.LevelOfCare;
import care.trellis.transitions.Proposal;
import care.trellis.transitions.Transitions;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A taper that was decided yesterday, a step down that waits to be carried out, and what became of
 * the promises of those who left.
 */
@InDemo
class LevelChanges {

    private static final int DAYS_TO_KNOW = 8;

    private final Transitions transitions;
    private final PaperWork papers;
    private final Aftercare aftercare;

    LevelChanges(Transitions transitions, PaperWork papers, Aftercare aftercare) {
        this.transitions = transitions;
        this.papers = papers;
        this.aftercare = aftercare;
    }

    /** What of it falls into this week. */
    List<Step> steps(Clinic clinic, LocalDate monday) {
        var steps = new ArrayList<Step>();
        var yesterday =
                clinic.plan()
                        .story()
                        .until()
                        .atZone(Place.HOLLOW.zone())
                        .toLocalDate()
                        .minusDays(1);
        if (monday.equals(week(yesterday))) {
            longer(clinic, Group.MORNING, yesterday)
                    .ifPresent(person ->
                            steps.add(
                                    new Step(
                                            at(person, yesterday, LocalTime.of(15, 0)),
                                            () -> taper(clinic, person, monday.plusWeeks(1)))));
            longer(clinic, Group.EVENING, yesterday)
                    .ifPresent(person ->
                            steps.add(
                                    new Step(
                                            at(person, yesterday, LocalTime.of(15, 30)),
                                            () ->
                                                    papers.determine(
                                                            clinic,
                                                            person,
                                                            clinic.stay(person).client()))));
        }
        for (var person : clinic.plan().people()) {
            person.lastDay()
                    .map(day -> day.plusDays(DAYS_TO_KNOW))
                    .filter(day -> week(day).equals(monday))
                    .ifPresent(day ->
                            steps.add(
                                    new Step(
                                            at(person, day, LocalTime.of(14, 0)),
                                            () -> know(clinic, person, day))));
        }
        return steps;
    }

    /** Somebody who came weeks ago, stays for weeks, and in whose story nothing else is planted. */
    private static Optional<Participant> longer(Clinic clinic, Group group, LocalDate day) {
        return clinic.plan().expected(group, day).stream()
                .filter(person -> person.staysOn(day.plusWeeks(3)) && !person.steady())
                .filter(person -> person.admittedOn().isBefore(day.minusWeeks(2)))
                .findFirst();
    }

    private void taper(Clinic clinic, Participant person, LocalDate from) {
        var group = person.group();
        var track = clinic.house().track(group);
        var days = group.days();
        transitions
                .make(
                        clinic.badges().of(Treatment.counselor(group), LEVEL_CHANGE),
                        Ids.next(),
                        clinic.stay(person).client(),
                        new Proposal(
                                clinic.house().program(group.offer()),
                                List.of(
                                        step(group, track, from, LevelOfCare.IOP, days, 3),
                                        step(
                                                group,
                                                track,
                                                from.plusWeeks(2),
                                                LevelOfCare.OP,
                                                days,
                                                1)),
                                "PHQ-9 below 10 twice, every group kept for four weeks, back at work two mornings."))
                .orThrow();
    }

    private static care.trellis.transitions.Step step(
            Group group,
            care.trellis.sessions.TrackId track,
            LocalDate from,
            LevelOfCare level,
            List<DayOfWeek> days,
            int most) {
        var some = days.subList(0, most);
        int minutes =
                some.stream()
                        .flatMap(day -> group.blocks(day).stream())
                        .mapToInt(Group.Block::minutes)
                        .sum();
        return new care.trellis.transitions.Step(
                from,
                level,
                minutes,
                List.of(new care.trellis.transitions.Step.Slot(track, Set.copyOf(some))));
    }

    /** What was to be done by that day was kept by most. */
    private void know(Clinic clinic, Participant person, LocalDate day) {
        var permit = clinic.badges().of(Treatment.counselor(person.group()), AFTERCARE_EDIT);
        var client = clinic.stay(person).client();
        for (var promise : aftercare.of(permit, client)) {
            boolean kept = person.number() % 5 != 2;
            if (!promise.due().isAfter(day) && promise.answered() == null) {
                aftercare
                        .answer(
                                permit,
                                client,
                                promise.id(),
                                kept ? Promise.Outcome.KEPT : Promise.Outcome.NOT_KEPT,
                                kept ? "" : "No answer twice; a card was sent.")
                        .orThrow();
            }
        }
    }

    private static java.time.Instant at(Participant person, LocalDate day, LocalTime time) {
        return person.group().place().at(day, time);
    }

    private static LocalDate week(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
