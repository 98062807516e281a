package care.trellis.transitions.web;

import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.episodes.Episode;
import care.trellis.organizations.LevelOfCare;
import care.trellis.organizations.ProgramId;
import care.trellis.sessions.Block;
import care.trellis.sessions.Booking;
import care.trellis.sessions.Track;
import care.trellis.sessions.Tracks;
import care.trellis.transitions.Authorized;
import care.trellis.transitions.Proposal;
import care.trellis.transitions.Transitions;
import care.trellis.web.Choice;
import care.trellis.web.Fact;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out the page of the level of care. */
@Component
class LevelViews {

    private final Transitions transitions;
    private final Tracks tracks;
    private final Clients clients;
    private final Effects effects;
    private final GuidanceViews guidances;

    LevelViews(
            Transitions transitions,
            Tracks tracks,
            Clients clients,
            Effects effects,
            GuidanceViews guidances) {
        this.transitions = transitions;
        this.tracks = tracks;
        this.clients = clients;
        this.effects = effects;
        this.guidances = guidances;
    }

    /**
     * The whole page.
     *
     * @param sent what was typed; null where the page is opened
     */
    LevelView view(Permit permit, ClientId client, @Nullable Form sent) {
        var care = transitions.of(permit, client);
        var today = clients.today(permit, client);
        var path = "/clients/" + client.value();
        var decided = care.determination();
        var form = sent == null ? first(permit, care, today) : sent;
        return new LevelView(
                path,
                clients.find(permit, client).person().shortName(),
                care.stay() != null,
                now(care, today),
                decided == null
                        ? ""
                        : "Signed determination of %s: %s"
                                .formatted(When.day(decided.on()), decided.level().label()),
                decided == null ? "" : decided.reason(),
                desk(permit, client, care, form),
                care.changes().stream()
                        .map(made -> past(path, made, clients.zone(permit, client)))
                        .toList());
    }

    /** The signs for more and for less care. */
    GuidanceView guidance(Permit permit, ClientId client) {
        return guidances.view(permit, client, level(permit, client));
    }

    /** The form with next steps in it, up or down: a start, nothing more. */
    Form started(Permit permit, ClientId client, String way) {
        var care = transitions.of(permit, client);
        var today = clients.today(permit, client);
        var mine =
                holding(care, today).stream()
                        .flatMap(booking ->
                                tracks.all(permit).stream()
                                        .filter(track -> track.id().equals(booking.track())))
                        .toList();
        return GuidanceViews.start(
                way, first(permit, care, today), level(permit, client), mine, today);
    }

    private LevelOfCare level(Permit permit, ClientId client) {
        var stay = transitions.of(permit, client).stay();
        return stay == null
                ? LevelOfCare.IOP
                : stay.placement(clients.today(permit, client))
                        .map(Episode.Placement::level)
                        .orElse(LevelOfCare.IOP);
    }

    /** The form alone. */
    LevelView.Desk desk(Permit permit, ClientId client, Form form) {
        return desk(permit, client, transitions.of(permit, client), form);
    }

    /** What the form would do. */
    LevelView.Preview preview(Permit permit, ClientId client, Form form) {
        var care = transitions.of(permit, client);
        return preview(permit, client, care, form, tracks.all(permit));
    }

    private LevelView.Desk desk(Permit permit, ClientId client, Transitions.Care care, Form form) {
        var all = tracks.all(permit);
        var stay = care.stay();
        var path = "/clients/" + client.value() + "/level";
        if (stay == null) {
            return new LevelView.Desk(
                    path,
                    form,
                    List.of(),
                    List.of(),
                    false,
                    new LevelView.Preview(
                            "", List.of(), List.of(), List.of(), List.of(), List.of()));
        }
        var program = LevelForm.program(form, stay.program());
        var offered = all.stream().filter(track -> track.program().equals(program)).toList();
        int steps = LevelForm.steps(form);
        return new LevelView.Desk(
                path,
                form,
                care.programs().size() < 2 ? List.of() : programs(care, program),
                IntStream.range(0, steps).mapToObj(i -> step(form, i, steps, offered)).toList(),
                steps < Proposal.MOST_STEPS,
                preview(permit, client, care, form, all));
    }

    private LevelView.Preview preview(
            Permit permit, ClientId client, Transitions.Care care, Form typed, List<Track> all) {
        var stay = Objects.requireNonNull(care.stay());
        var today = clients.today(permit, client);
        var read = typed.copy();
        var proposal = LevelForm.read(read, stay.program(), today);
        if (read.wrong()) {
            return refused(read.problems());
        }
        return switch (transitions.preview(permit, client, proposal)) {
            case Change.Refused(var problems) -> refused(problems);
            case Change.Done(var rewrite) ->
                    effects.preview(care, proposal, rewrite, all, week(care, all, today));
        };
    }

    private static LevelView.Preview refused(List<Problem> problems) {
        return new LevelView.Preview(
                "",
                problems.stream().map(Problem::message).distinct().toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private Form first(Permit permit, Transitions.Care care, LocalDate today) {
        var form = Form.empty().with("steps", 1);
        var stay = care.stay();
        if (stay == null) {
            return form;
        }
        var decided = care.determination();
        var level = stay.placement(today).map(Episode.Placement::level).orElse(LevelOfCare.IOP);
        form.with("program", stay.program().value())
                .with("from0", today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)))
                .with("level0", decided == null ? level : decided.level())
                .with("hours0", WeekPicture.hours(care.minutesPerWeek()).replace(" h", ""))
                .with("reason", decided == null ? "" : decided.reason());
        var mine = tracks.all(permit);
        for (var booking : holding(care, today)) {
            mine.stream()
                    .filter(track -> track.id().equals(booking.track()))
                    .flatMap(track -> days(track).stream())
                    .filter(booking::on)
                    .forEach(day -> form.with("days0", LevelForm.box(booking.track(), day)));
        }
        return form;
    }

    private static LevelView.StepCard step(Form form, int i, int steps, List<Track> offered) {
        return new LevelView.StepCard(
                i,
                steps == 1 ? "What holds then" : "Step " + (i + 1),
                List.of(LevelOfCare.values()).stream()
                        .map(level ->
                                new Choice(
                                        level.name(),
                                        level.label(),
                                        level.name().equals(form.value("level" + i))))
                        .toList(),
                offered.stream().map(track -> week(form, i, track)).toList());
    }

    private static LevelView.Week week(Form form, int i, Track track) {
        return new LevelView.Week(
                track.name(),
                days(track).stream()
                        .map(day -> {
                            var blocks =
                                    track.blocks().stream()
                                            .filter(block -> block.day() == day)
                                            .toList();
                            return new LevelView.Day(
                                    LevelForm.box(track.id(), day),
                                    day.getDisplayName(TextStyle.SHORT, Locale.US),
                                    WeekPicture.hours(WeekPicture.minutes(blocks)),
                                    blocks.stream()
                                            .map(block -> block.plan().title())
                                            .distinct()
                                            .collect(Collectors.joining(", ")),
                                    form.ticked("days" + i, LevelForm.box(track.id(), day)));
                        })
                        .toList());
    }

    private static List<DayOfWeek> days(Track track) {
        return track.blocks().stream().map(block -> block.day()).distinct().sorted().toList();
    }

    private static List<Choice> programs(Transitions.Care care, ProgramId chosen) {
        return care.programs().entrySet().stream()
                .map(entry ->
                        new Choice(
                                entry.getKey().toString(),
                                entry.getValue(),
                                entry.getKey().equals(chosen.value())))
                .toList();
    }

    private static List<Fact> now(Transitions.Care care, LocalDate today) {
        var facts = new ArrayList<Fact>();
        var stay = care.stay();
        if (stay == null) {
            return facts;
        }
        var placed = stay.placement(today);
        facts.add(
                new Fact(
                        "Clinical level",
                        placed.map(one ->
                                        "%s since %s"
                                                .formatted(
                                                        one.level().label(), When.day(one.from())))
                                .orElse("")));
        facts.add(new Fact("Prescribed", WeekPicture.hours(care.minutesPerWeek()) + " a week"));
        facts.add(
                new Fact(
                        "Authorized level",
                        care.authorized().isEmpty()
                                ? "Nothing granted for today or later"
                                : care.authorized().stream()
                                        .map(LevelViews::granted)
                                        .collect(Collectors.joining("; "))));
        return facts;
    }

    private static String granted(Authorized one) {
        return "%s%s by %s, %s to %s"
                .formatted(
                        one.level(),
                        one.codes().isEmpty() ? "" : " (" + one.codes() + ")",
                        one.payer(),
                        When.day(one.from()),
                        When.day(one.to()));
    }

    private static List<Booking> holding(Transitions.Care care, LocalDate today) {
        return care.bookings().stream().filter(one -> !one.from().isAfter(today)).toList();
    }

    private static List<Block> week(Transitions.Care care, List<Track> all, LocalDate today) {
        return holding(care, today).stream()
                .flatMap(booking ->
                        all.stream()
                                .filter(track -> track.id().equals(booking.track()))
                                .flatMap(track -> track.blocks().stream())
                                .filter(block -> booking.on(block.day())))
                .distinct()
                .toList();
    }

    private static LevelView.Past past(String path, Transitions.Made made, ZoneId zone) {
        var one = made.transition();
        var undone = one.undone();
        return new LevelView.Past(
                one.kind().label() + " from " + When.day(one.from()),
                undone == null ? "Stands" : "Taken back",
                undone == null ? Tone.GOOD : Tone.NEUTRAL,
                one.steps().stream()
                                .map(step ->
                                        "%s, %s a week from %s"
                                                .formatted(
                                                        step.level(),
                                                        WeekPicture.hours(step.minutesPerWeek()),
                                                        When.day(step.from())))
                                .collect(Collectors.joining("; "))
                        + ". Seats: %d given up, %d taken."
                                .formatted(one.seatsLeft(), one.seatsTaken()),
                one.reason(),
                undone == null
                        ? "%s, %s".formatted(one.madeBy(), When.time(one.madeAt(), zone))
                        : "%s, %s; taken back by %s, %s"
                                .formatted(
                                        one.madeBy(),
                                        When.time(one.madeAt(), zone),
                                        undone.by(),
                                        When.time(undone.at(), zone)),
                made.bound().isEmpty() ? path + "/level/" + one.id().value() + "/undo" : "",
                undone == null ? made.bound() : "");
    }
}
