package care.trellis.outreach;

import care.trellis.engine.content.Node;
import care.trellis.engine.content.Section;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * The early warning: every sign that a stay may be about to break off, one small method each, with
 * the points of {@code content/outreach/warning.yaml}. Pure: the same signals give the same answer.
 */
@Component
public class WarningRules {

    private static final String FILE = "content/outreach/warning.yaml";
    private static final int WEEK = 7;
    private static final int TWO_WEEKS = 14;
    private static final int ENOUGH_PERCENT = 70;
    private static final int FIRST_WEEK_COUNTS_FOR = 21;
    private static final int SILENT_DAYS = 10;

    /** What one sign found: how many times, and how it is told. */
    private record Found(int count, String evidence) {

        static final Found NOTHING = new Found(0, "");

        static Found when(boolean shows, String evidence) {
            return shows ? new Found(1, evidence) : NOTHING;
        }
    }

    private static final Map<String, Function<Signals, Found>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("streak", WarningRules::streak);
        ALL.put("absences", WarningRules::absences);
        ALL.put("share", WarningRules::share);
        ALL.put("first-week", WarningRules::firstWeek);
        ALL.put("late", WarningRules::late);
        ALL.put("worse", signals -> Found.when(!signals.worse().isEmpty(), signals.worse()));
        ALL.put("silent", WarningRules::silent);
        ALL.put("check-ins", WarningRules::checkIns);
        ALL.put(
                "hard-days",
                signals -> Found.when(signals.hardDays(), "Low mood or strong craving, twice."));
        ALL.put("test-and-away", WarningRules::testAndAway);
        ALL.put(
                "barrier",
                signals ->
                        new Found(
                                signals.barriers().size(),
                                String.join(", ", signals.barriers()) + "."));
    }

    private final int watchFrom;
    private final int actFrom;
    private final List<Sign> signs = new ArrayList<>();
    private final Map<String, Warning.Play> plays = new LinkedHashMap<>();
    private final Map<String, String> sources;

    /** Reads the signs and their points. */
    public WarningRules() throws IOException {
        try (var file =
                new InputStreamReader(
                        Objects.requireNonNull(WarningRules.class.getResourceAsStream("/" + FILE)),
                        StandardCharsets.UTF_8)) {
            var root = read(file);
            this.watchFrom = root.whole("watch_from");
            this.actFrom = root.whole("act_from");
            this.sources = new LinkedHashMap<>();
            root.sections("sources")
                    .forEach(source -> sources.put(source.text("id"), source.text("text")));
            root.sections("plays").forEach(this::play);
            root.sections("signs").forEach(this::sign);
        }
    }

    /** Every sign that can show, with its points, as the page explains them. */
    public List<Warning.Reason> explained() {
        return signs.stream()
                .map(sign ->
                        new Warning.Reason(
                                sign.id(),
                                sign.title(),
                                sign.each() == 0 ? "" : "more for each, at most " + sign.most(),
                                sign.points(),
                                source(sign)))
                .toList();
    }

    /** From how many points on somebody is looked after, and acted for. */
    public List<Integer> bounds() {
        return List.of(watchFrom, actFrom);
    }

    /** Judges a stay as of the end of a day. */
    public Warning judge(Signals signals) {
        var reasons = new ArrayList<Warning.Reason>();
        var doing = new LinkedHashMap<String, Warning.Play>();
        for (var sign : signs) {
            var found = Objects.requireNonNull(ALL.get(sign.id())).apply(signals);
            int points = sign.worth(found.count());
            if (points > 0) {
                reasons.add(
                        new Warning.Reason(
                                sign.id(), sign.title(), found.evidence(), points, source(sign)));
                doing.put(sign.play(), Objects.requireNonNull(plays.get(sign.play())));
            }
        }
        reasons.sort((one, other) -> Integer.compare(other.points(), one.points()));
        int sum = reasons.stream().mapToInt(Warning.Reason::points).sum();
        var band =
                sum >= actFrom
                        ? Warning.Band.ACT
                        : sum >= watchFrom ? Warning.Band.WATCH : Warning.Band.STEADY;
        return new Warning(band, sum, reasons, List.copyOf(doing.values()));
    }

    /** Program days in a row, up to the newest, on which nobody came: two make a row. */
    private static Found streak(Signals signals) {
        int row = 0;
        for (var day : signals.last(TWO_WEEKS).reversed()) {
            if (!day.missed()) {
                break;
            }
            row++;
        }
        return row < 2
                ? Found.NOTHING
                : new Found(row - 1, "Missed the last %d program days.".formatted(row));
    }

    private static Found absences(Signals signals) {
        long missed = signals.last(WEEK).stream().filter(Signals.Day::missed).count();
        return Found.when(missed >= 2, "Missed %d days within a week.".formatted(missed));
    }

    private static Found share(Signals signals) {
        var days = signals.last(TWO_WEEKS).stream().filter(day -> !day.excused()).toList();
        int expected = days.stream().mapToInt(Signals.Day::expected).sum();
        int attended = days.stream().mapToInt(Signals.Day::attended).sum();
        boolean little = days.size() >= 3 && attended * 100 < expected * ENOUGH_PERCENT;
        return Found.when(
                little,
                "Came for %d of %d planned hours in two weeks."
                        .formatted(attended / 60, expected / 60));
    }

    private static Found firstWeek(Signals signals) {
        var end = signals.admittedOn().plusDays(WEEK);
        if (signals.asOf().isBefore(end)
                || signals.asOf().isAfter(signals.admittedOn().plusDays(FIRST_WEEK_COUNTS_FOR))) {
            return Found.NOTHING;
        }
        var first = signals.days().stream().filter(day -> day.date().isBefore(end)).toList();
        int expected = first.stream().mapToInt(Signals.Day::expected).sum();
        int attended = first.stream().mapToInt(Signals.Day::attended).sum();
        return Found.when(
                expected > 0 && attended * 2 < expected,
                "Came for %d of %d hours of the first week."
                        .formatted(attended / 60, expected / 60));
    }

    private static Found late(Signals signals) {
        long times =
                signals.last(TWO_WEEKS).stream().filter(day -> day.late() || day.early()).count();
        return Found.when(
                times >= 3, "Late or gone early on %d days of two weeks.".formatted(times));
    }

    private static Found silent(Signals signals) {
        boolean came = signals.last(SILENT_DAYS).stream().anyMatch(day -> day.attended() > 0);
        return Found.when(
                came && signals.lastScoreOn().isBefore(signals.asOf().minusDays(SILENT_DAYS - 1)),
                "Came to groups, but gave no score since %s."
                        .formatted(care.trellis.web.When.day(signals.lastScoreOn())));
    }

    private static Found checkIns(Signals signals) {
        var came = signals.last(WEEK).stream().filter(day -> day.attended() > 0).toList();
        boolean none = came.stream().noneMatch(day -> signals.checkIns().contains(day.date()));
        return Found.when(
                signals.everCheckedIn() && came.size() >= 2 && none,
                "Checked in before, not on the last %d days here.".formatted(came.size()));
    }

    private static Found testAndAway(Signals signals) {
        boolean both =
                signals.unexplainedTests().stream()
                        .anyMatch(test ->
                                signals.last(TWO_WEEKS).stream()
                                        .filter(Signals.Day::missed)
                                        .anyMatch(day ->
                                                !day.date().isBefore(test)
                                                        && !day.date()
                                                                .isAfter(test.plusDays(WEEK))));
        return Found.when(both, "An absence within a week of the result.");
    }

    private static Section read(Reader text) {
        return Section.of(FILE, Node.read(FILE, text))
                .only(List.of("version", "watch_from", "act_from", "sources", "signs", "plays"));
    }

    private void play(Section play) {
        play.only(List.of("id", "title", "text"));
        plays.put(
                play.text("id"),
                new Warning.Play(play.text("id"), play.text("title"), play.text("text")));
    }

    private void sign(Section section) {
        section.only(List.of("id", "points", "each", "most", "title", "play", "source"));
        var id = section.text("id");
        if (!ALL.containsKey(id)) {
            throw section.refusal("id", "no such sign; known are " + ALL.keySet());
        }
        if (!plays.containsKey(section.text("play"))) {
            throw section.refusal("play", "no such play");
        }
        if (!sources.containsKey(section.text("source"))) {
            throw section.refusal("source", "no such source");
        }
        int points = section.whole("points");
        var each = section.optionalWhole("each");
        var most = section.optionalWhole("most");
        signs.add(
                new Sign(
                        id,
                        points,
                        each == null ? 0 : each,
                        most == null ? points : most,
                        section.text("title"),
                        section.text("play"),
                        section.text("source")));
    }

    private String source(Sign sign) {
        return Objects.requireNonNull(sources.get(sign.source()));
    }
}
