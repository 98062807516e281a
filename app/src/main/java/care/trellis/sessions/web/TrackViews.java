package care.trellis.sessions.web;

import care.trellis.sessions.Block;
import care.trellis.sessions.BlockPlan;
import care.trellis.sessions.Candidate;
import care.trellis.sessions.DatedSession;
import care.trellis.sessions.Enrollee;
import care.trellis.sessions.Modality;
import care.trellis.sessions.PlanChoices;
import care.trellis.sessions.Track;
import care.trellis.web.Choice;
import care.trellis.web.Form;
import care.trellis.web.WeekGrid;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
                weeks(tracks),
                tracks.stream().map(TrackViews::row).toList(),
                choices.programs().stream().map(option -> choice(option, program)).toList(),
                UUID.randomUUID().toString(),
                name,
                error,
                mayEdit);
    }

    private static List<TracksView.Week> weeks(List<Track> tracks) {
        var sites = new LinkedHashMap<String, List<WeekGrid.Tile>>();
        tracks.forEach(track ->
                sites.computeIfAbsent(track.siteName(), first -> new ArrayList<>())
                        .addAll(tiles(track, true)));
        return sites.entrySet().stream()
                .filter(site -> !site.getValue().isEmpty())
                .map(site -> new TracksView.Week(site.getKey(), WeekGrid.of(site.getValue())))
                .toList();
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
            BlockForm form,
            Form enrolling,
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
                WeekGrid.of(tiles(track, false)),
                blocks(track, path, mayEdit),
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
                enrolling.choices("episode", people(candidates)),
                form,
                enrolling,
                today.toString(),
                mayEdit);
    }

    private static Map<String, String> people(List<Candidate> candidates) {
        var people = new LinkedHashMap<String, String>();
        candidates.forEach(one ->
                people.put(
                        one.episode().value().toString(), name(one.givenName(), one.familyName())));
        return people;
    }

    /** A track's week as tiles; each opens its dates. */
    static List<WeekGrid.Tile> tiles(Track track, boolean grouped) {
        return track.blocks().stream()
                .map(block ->
                        new WeekGrid.Tile(
                                block.day(),
                                block.plan().starts(),
                                block.plan().minutes(),
                                block.plan().title(),
                                detail(block),
                                grouped ? track.name() : block.plan().title(),
                                "/tracks/" + track.id().value() + "/blocks/" + block.id(),
                                false))
                .toList();
    }

    private static String detail(Block block) {
        var parts = new ArrayList<String>();
        parts.add(block.staff());
        if (!block.room().isEmpty()) {
            parts.add(DatedSession.roomWords(block.room()));
        }
        if (block.plan().modality() == Modality.VIDEO) {
            parts.add("video");
        }
        if (block.plan().recurrence().perWeek() < 1) {
            parts.add(block.plan().recurrence().sentence());
        }
        return String.join(" · ", parts);
    }

    private static List<TrackView.BlockView> blocks(Track track, String path, boolean mayEdit) {
        var seen = new HashSet<UUID>();
        return track.blocks().stream()
                .filter(block -> seen.add(block.id()))
                .map(block -> block(block, path, mayEdit))
                .toList();
    }

    private static TrackView.BlockView block(Block block, String path, boolean mayEdit) {
        var plan = block.plan();
        var details = new ArrayList<String>();
        details.add(plan.serviceType().label());
        if (!block.room().isEmpty()) {
            details.add(DatedSession.roomWords(block.room()));
        }
        if (plan.modality() == Modality.VIDEO) {
            details.add("video");
        }
        if (plan.to() != null) {
            details.add("until " + DAY.format(plan.to()));
        }
        return new TrackView.BlockView(
                path + "/blocks/" + block.id(),
                plan.title(),
                plan.recurrence().sentence() + " · " + times(plan),
                block.staff(),
                String.join(" · ", details),
                mayEdit && plan.to() == null ? path + "/blocks/" + block.id() + "/end" : "");
    }

    /** From when to when: {@code 9:00 – 10:00}. */
    static String times(BlockPlan plan) {
        return TIME.format(plan.starts())
                + " – "
                + TIME.format(plan.starts().plusMinutes(plan.minutes()));
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
