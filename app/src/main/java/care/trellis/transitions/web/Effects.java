package care.trellis.transitions.web;

import care.trellis.sessions.Block;
import care.trellis.sessions.Seats;
import care.trellis.sessions.Track;
import care.trellis.transitions.Proposal;
import care.trellis.transitions.Rewrite;
import care.trellis.transitions.Step;
import care.trellis.transitions.Transitions;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says in words and pictures what a change rewrites. */
@Component
class Effects {

    LevelView.Preview preview(
            Transitions.Care care,
            Proposal proposal,
            Rewrite rewrite,
            List<Track> tracks,
            List<Block> now) {
        var weeks = proposal.steps().stream().map(step -> week(step, tracks)).toList();
        var all = Stream.concat(now.stream(), weeks.stream().flatMap(List::stream)).toList();
        var pictures = new ArrayList<WeekPicture>();
        pictures.add(WeekPicture.of("Now", now, now, all));
        var before = now;
        for (int i = 0; i < weeks.size(); i++) {
            pictures.add(
                    WeekPicture.of(
                            "From " + When.day(proposal.steps().get(i).from()),
                            weeks.get(i),
                            before,
                            all));
            before = weeks.get(i);
        }
        return new LevelView.Preview(
                rewrite.kind().label(),
                List.of(),
                pictures,
                effects(care, proposal, rewrite, weeks),
                seats(rewrite.seats().left()),
                seats(rewrite.seats().taken()));
    }

    private static List<LevelView.Effect> effects(
            Transitions.Care care, Proposal proposal, Rewrite rewrite, List<List<Block>> weeks) {
        var effects = new ArrayList<LevelView.Effect>();
        effects.add(
                new LevelView.Effect(
                        "outcomes",
                        "Clinical level",
                        proposal.steps().stream()
                                .map(step -> step.level() + " from " + When.day(step.from()))
                                .collect(Collectors.joining(", then ")),
                        Tone.NEUTRAL));
        effects.add(
                new LevelView.Effect(
                        "groups",
                        "Seats",
                        "%d given up and %d taken in the sessions on the calendar; later ones follow the new week"
                                .formatted(
                                        rewrite.seats().left().size(),
                                        rewrite.seats().taken().size()),
                        Tone.NEUTRAL));
        effects.add(
                new LevelView.Effect(
                        "clock",
                        "Prescribed hours",
                        WeekPicture.hours(rewrite.minutesBefore())
                                + proposal.steps().stream()
                                        .map(step ->
                                                " → %s from %s"
                                                        .formatted(
                                                                WeekPicture.hours(
                                                                        step.minutesPerWeek()),
                                                                When.day(step.from())))
                                        .collect(Collectors.joining()),
                        Tone.NEUTRAL));
        effects.add(
                new LevelView.Effect(
                        "plans",
                        "Treatment plan",
                        rewrite.planDue() == null
                                ? "No plan is due"
                                : "To be reviewed by "
                                        + When.day(rewrite.planDue())
                                        + " at the latest",
                        Tone.NEUTRAL));
        effects.add(payers(care, rewrite));
        if (rewrite.site() != null) {
            effects.add(
                    new LevelView.Effect(
                            "organization",
                            "Record",
                            "Goes to %s at once: who works only at the site of today reads it no longer"
                                    .formatted(rewrite.site()),
                            Tone.WATCH));
        }
        for (int i = 0; i < weeks.size(); i++) {
            int planned = WeekPicture.minutes(weeks.get(i));
            var step = proposal.steps().get(i);
            if (planned < step.minutesPerWeek()) {
                effects.add(
                        new LevelView.Effect(
                                "warning",
                                "Short of hours",
                                "From %s the groups add up to %s of %s"
                                        .formatted(
                                                When.day(step.from()),
                                                WeekPicture.hours(planned),
                                                WeekPicture.hours(step.minutesPerWeek())),
                                Tone.WATCH));
            }
        }
        return effects;
    }

    private static LevelView.Effect payers(Transitions.Care care, Rewrite rewrite) {
        if (rewrite.needs().isEmpty()) {
            return new LevelView.Effect(
                    "authorization", "Payer", "No payer has to be asked", Tone.NEUTRAL);
        }
        return new LevelView.Effect(
                "authorization",
                "Payer",
                rewrite.needs().stream()
                                .map(need ->
                                        "ask %s for %s from %s"
                                                .formatted(
                                                        need.payer(),
                                                        need.level(),
                                                        When.day(need.from())))
                                .collect(
                                        Collectors.joining(
                                                ", ", "Tasks for utilization review: ", ""))
                        + (care.authorized().isEmpty() ? "" : ". What is granted stays as it is."),
                Tone.WATCH);
    }

    private static List<Block> week(Step step, List<Track> tracks) {
        return step.week().stream()
                .flatMap(slot ->
                        tracks.stream()
                                .filter(track -> track.id().equals(slot.track()))
                                .flatMap(track -> track.blocks().stream())
                                .filter(block -> slot.days().contains(block.day())))
                .toList();
    }

    private static List<String> seats(List<Seats.Seat> seats) {
        return seats.stream()
                .map(seat -> When.time(seat.startsAt(), seat.zone()) + ", " + seat.title())
                .toList();
    }
}
