package care.trellis.sessions.web;

import care.trellis.sessions.Block;
import care.trellis.sessions.Candidate;
import care.trellis.sessions.Enrollee;
import care.trellis.sessions.Modality;
import care.trellis.sessions.PlanChoices;
import care.trellis.sessions.ServiceType;
import care.trellis.sessions.Track;
import care.trellis.web.Choice;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Turns tracks into the finished text of their pages. */
final class TrackViews {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);

    private TrackViews() {}

    static TracksView list(
            List<Track> tracks,
            PlanChoices choices,
            boolean mayEdit,
            String name,
            String program,
            String error) {
        return new TracksView(
                tracks.stream().map(TrackViews::row).toList(),
                choices.programs().stream().map(option -> choice(option, program)).toList(),
                UUID.randomUUID().toString(),
                name,
                error,
                mayEdit);
    }

    private static TracksView.Row row(Track track) {
        var days =
                track.blocks().stream()
                        .collect(
                                Collectors.groupingBy(
                                        block -> block.day(),
                                        java.util.TreeMap::new,
                                        Collectors.mapping(
                                                block -> TIME.format(block.plan().starts()),
                                                Collectors.joining(", "))));
        return new TracksView.Row(
                "/tracks/" + track.id().value(),
                track.name(),
                track.programName() + " · " + track.siteName(),
                clients(track.enrolled()),
                hours(track),
                days.isEmpty()
                        ? "No week yet"
                        : days.entrySet().stream()
                                .map(day -> shortName(day.getKey()) + " " + day.getValue())
                                .collect(Collectors.joining(" · ")));
    }

    static TrackView page(
            Track track,
            List<Enrollee> enrolled,
            List<Candidate> candidates,
            PlanChoices choices,
            Map<String, String> typed,
            Map<String, String> errors,
            LocalDate today,
            boolean mayEdit) {
        var path = "/tracks/" + track.id().value();
        return new TrackView(
                path,
                track.name(),
                "%s · %s · %s · %s"
                        .formatted(
                                track.programName(),
                                track.siteName(),
                                clients(track.enrolled()),
                                hours(track)),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> day(track, day, path, mayEdit))
                        .filter(day -> !day.blocks().isEmpty() || !day.name().startsWith("S"))
                        .toList(),
                enrolled.stream()
                        .map(person ->
                                new TrackView.Person(
                                        name(person.givenName(), person.familyName()),
                                        person.to() == null
                                                ? "since " + DAY.format(person.from())
                                                : "%s to %s"
                                                        .formatted(
                                                                DAY.format(person.from()),
                                                                DAY.format(person.to())),
                                        mayEdit && person.to() == null
                                                ? path
                                                        + "/enrollments/"
                                                        + person.enrollment()
                                                        + "/end"
                                                : ""))
                        .toList(),
                candidates.stream()
                        .map(candidate ->
                                new Choice(
                                        candidate.episode().value().toString(),
                                        name(candidate.givenName(), candidate.familyName()),
                                        false))
                        .toList(),
                form(track, choices, typed, errors),
                UUID.randomUUID().toString(),
                today.toString(),
                mayEdit);
    }

    private static TrackView.Day day(Track track, DayOfWeek day, String path, boolean mayEdit) {
        return new TrackView.Day(
                day.getDisplayName(TextStyle.FULL, Locale.US),
                track.blocks().stream()
                        .filter(block -> block.day() == day)
                        .map(block -> block(block, path, mayEdit))
                        .toList());
    }

    private static TrackView.BlockView block(Block block, String path, boolean mayEdit) {
        var plan = block.plan();
        var details = new ArrayList<String>();
        details.add(plan.serviceType().label());
        if (!block.room().isEmpty()) {
            details.add("Room " + block.room());
        }
        if (plan.modality() == Modality.VIDEO) {
            details.add("video");
        }
        if (plan.to() != null) {
            details.add("until " + DAY.format(plan.to()));
        }
        LocalTime ends = plan.starts().plusMinutes(plan.minutes());
        return new TrackView.BlockView(
                TIME.format(plan.starts()) + " – " + TIME.format(ends),
                plan.title(),
                block.staff(),
                String.join(" · ", details),
                mayEdit && plan.to() == null ? path + "/blocks/" + block.id() + "/end" : "");
    }

    private static BlockForm form(
            Track track,
            PlanChoices choices,
            Map<String, String> typed,
            Map<String, String> errors) {
        return new BlockForm(
                Arrays.stream(DayOfWeek.values())
                        .map(day ->
                                new Choice(
                                        day.name(),
                                        day.getDisplayName(TextStyle.FULL, Locale.US),
                                        day.name().equals(typed.get("day"))))
                        .toList(),
                Arrays.stream(ServiceType.values())
                        .map(type ->
                                new Choice(
                                        type.name(),
                                        type.label(),
                                        type.name().equals(typed.get("service"))))
                        .toList(),
                Arrays.stream(Modality.values())
                        .map(modality ->
                                new Choice(
                                        modality.name(),
                                        modality.label(),
                                        modality.name().equals(typed.get("modality"))))
                        .toList(),
                orNone(
                        "No room",
                        choices.rooms().stream()
                                .filter(room -> room.site().equals(track.site().value()))
                                .toList(),
                        typed.getOrDefault("room", "")),
                choices.staff().stream()
                        .map(staff -> choice(staff, typed.getOrDefault("lead", "")))
                        .toList(),
                orNone("Nobody", choices.staff(), typed.getOrDefault("coLead", "")),
                typed,
                errors);
    }

    private static List<Choice> orNone(
            String none, List<PlanChoices.Option> options, String selected) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", none, selected.isEmpty()));
        options.forEach(option -> choices.add(choice(option, selected)));
        return choices;
    }

    private static Choice choice(PlanChoices.Option option, String selected) {
        return new Choice(
                option.id().toString(), option.name(), option.id().toString().equals(selected));
    }

    private static String name(String given, String family) {
        return family.isEmpty()
                ? given
                : given + " " + family.substring(0, family.offsetByCodePoints(0, 1)) + ".";
    }

    private static String clients(int count) {
        return count == 1 ? "1 client" : count + " clients";
    }

    private static String hours(Track track) {
        return "%.1f hours a week".formatted(track.minutesPerWeek() / 60.0);
    }

    private static String shortName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.US);
    }
}
