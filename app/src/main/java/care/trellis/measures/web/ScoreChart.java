package care.trellis.measures.web;

import care.trellis.measures.ChangeWords;
import care.trellis.measures.Recovery;
import care.trellis.measures.Trend;
import care.trellis.web.ChartPart;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One scale over a stay, laid out for an SVG of {@value #WIDTH} by {@value #HEIGHT}: dots for
 * scores, grey bands for severity, vertical lines for what happened. Where a score is missing the
 * line has a gap; nothing is drawn between.
 *
 * @param expected the dashed line of clients with a similar start; empty where too few are known
 */
public record ScoreChart(
        String title,
        String words,
        List<Band> bands,
        List<Tick> levels,
        List<Tick> days,
        List<String> lines,
        List<Dot> dots,
        String expected,
        List<Mark> marks) {

    static final int WIDTH = 720;
    static final int HEIGHT = 240;
    private static final double LEFT = 36;
    private static final double RIGHT = 180;
    private static final double TOP = 22;
    private static final double BOTTOM = 26;
    private static final int DAYS_SHOWN = 5;

    /** About as wide as a letter of a mark is drawn. */
    private static final double LETTER = 7;

    /** A line is broken where a score is more than so many days from the one before. */
    private static final int GAP_DAYS = 21;

    /** A severity's range; the shade grows with it. */
    public record Band(String y, String height, String labelY, String word, int shade) {}

    /** A mark of an axis. */
    public record Tick(String at, String label) {}

    /** One score. */
    public record Dot(String x, String y, String words, String css) {}

    /**
     * Something that happened.
     *
     * @param label empty where the one before leaves no room for it
     * @param words what it was and when
     */
    public record Mark(String x, String label, String words) {}

    /** Copies the lists. */
    public ScoreChart {
        bands = List.copyOf(bands);
        levels = List.copyOf(levels);
        days = List.copyOf(days);
        lines = List.copyOf(lines);
        dots = List.copyOf(dots);
        marks = List.copyOf(marks);
    }

    static ScoreChart of(
            Trend trend, List<Recovery.Expected> expected, List<ChartPart.Dated> turns) {
        return new Layout(trend).chart(expected, turns);
    }

    /** Width of the drawing. */
    public int width() {
        return WIDTH;
    }

    /** Width of the drawing without the words beside it. */
    public String narrow() {
        return number(WIDTH - RIGHT + 4);
    }

    /** Height of the drawing. */
    public int height() {
        return HEIGHT;
    }

    /** Where the plot begins. */
    public String left() {
        return number(LEFT);
    }

    /** How wide the plot is. */
    public String plot() {
        return number(WIDTH - LEFT - RIGHT);
    }

    /** Where words beside the plot begin. */
    public String beside() {
        return number(WIDTH - RIGHT + 6);
    }

    /** The lower edge of the plot. */
    public String bottom() {
        return number(HEIGHT - BOTTOM);
    }

    /** The upper edge of the plot. */
    public String top() {
        return number(TOP);
    }

    /** Where the days stand. */
    public String dayLine() {
        return number(HEIGHT - 8);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** The arithmetic of one chart. */
    private static final class Layout {

        private final Trend trend;
        private final LocalDate from;
        private final LocalDate to;
        private final double floor;
        private final double ceiling;

        Layout(Trend trend) {
            this.trend = trend;
            var admitted = trend.stay().admittedOn();
            var first = trend.points().isEmpty() ? admitted : trend.points().getFirst().on();
            from = first.isBefore(admitted) ? first : admitted;
            var discharged = trend.stay().dischargedOn();
            var last = trend.points().isEmpty() ? admitted : trend.points().getLast().on();
            var end = discharged == null ? trend.today() : discharged;
            var latest = last.isAfter(end) ? last : end;
            to = latest.isAfter(from.plusDays(27)) ? latest : from.plusDays(27);
            var range = trend.scale().isEmpty() ? trend.instrument().about().totals() : null;
            floor = range == null ? 0 : range.from().doubleValue();
            ceiling = range == null ? highest() : range.to().doubleValue();
        }

        ScoreChart chart(List<Recovery.Expected> expected, List<ChartPart.Dated> turns) {
            return new ScoreChart(
                    ChangeWords.title(trend),
                    ChangeWords.of(trend),
                    bands(),
                    levels(),
                    days(),
                    lines(),
                    dots(),
                    expected(expected),
                    marks(turns));
        }

        private double highest() {
            return Math.max(
                    4,
                    trend.points().stream()
                            .map(Trend.Point::total)
                            .mapToDouble(BigDecimal::doubleValue)
                            .max()
                            .orElse(4));
        }

        private List<Band> bands() {
            var bands = new ArrayList<Band>();
            var published =
                    trend.scale().isEmpty()
                            ? trend.instrument().bands()
                            : List.<care.trellis.engine.instruments.Instrument.Band>of();
            for (int index = 0; index < published.size(); index++) {
                double low = Math.max(floor, published.get(index).from());
                double high =
                        index + 1 < published.size() ? published.get(index + 1).from() : ceiling;
                double top = y(high);
                double height = y(low) - top;
                bands.add(
                        new Band(
                                number(top),
                                number(height),
                                number(top + height / 2 + 4),
                                ChangeWords.plain(published.get(index).word()),
                                Math.min(index, 4)));
            }
            return bands;
        }

        private List<Tick> levels() {
            var published = trend.scale().isEmpty() ? trend.instrument().bands() : List.of();
            var values = new ArrayList<Double>();
            values.add(floor);
            if (published.isEmpty()) {
                values.add((floor + ceiling) / 2);
            } else {
                trend.instrument().bands().stream()
                        .map(band -> band.from())
                        .filter(value -> value > floor)
                        .forEach(values::add);
            }
            values.add(ceiling);
            return values.stream()
                    .distinct()
                    .map(value ->
                            new Tick(
                                    number(y(value) + 4),
                                    ChangeWords.number(BigDecimal.valueOf(value))))
                    .toList();
        }

        private List<Tick> days() {
            long span = ChronoUnit.DAYS.between(from, to);
            var days = new ArrayList<Tick>();
            for (int step = 0; step < DAYS_SHOWN; step++) {
                var day = from.plusDays(Math.round((double) span * step / (DAYS_SHOWN - 1)));
                days.add(new Tick(number(x(day)), Texts.shortDay(day)));
            }
            return days;
        }

        private List<String> lines() {
            var lines = new ArrayList<String>();
            var line = new StringBuilder();
            Trend.@Nullable Point before = null;
            for (var point : trend.points()) {
                boolean gap =
                        before != null
                                && ChronoUnit.DAYS.between(before.on(), point.on()) > GAP_DAYS;
                if (gap) {
                    lines.add(line.toString().strip());
                    line.setLength(0);
                }
                line.append(number(x(point.on())))
                        .append(',')
                        .append(number(y(point.total().doubleValue())))
                        .append(' ');
                before = point;
            }
            lines.add(line.toString().strip());
            return lines;
        }

        private String expected(List<Recovery.Expected> expected) {
            return expected.stream()
                    .filter(one -> !one.on().isAfter(to))
                    .map(one -> number(x(one.on())) + "," + number(y(one.score())))
                    .collect(Collectors.joining(" "));
        }

        private List<Dot> dots() {
            return trend.points().stream()
                    .map(point ->
                            new Dot(
                                    number(x(point.on())),
                                    number(y(point.total().doubleValue())),
                                    Texts.day(point.on())
                                            + ": "
                                            + ChangeWords.number(point.total()),
                                    point.safety() != null
                                            ? "score-dot score-dot-safety"
                                            : point.imported()
                                                    ? "score-dot score-dot-imported"
                                                    : "score-dot"))
                    .toList();
        }

        private List<Mark> marks(List<ChartPart.Dated> turns) {
            var happened = new TreeMap<LocalDate, Set<String>>();
            var stay = trend.stay();
            happened(happened, stay.admittedOn(), "Admitted");
            stay.steps().forEach(day -> happened(happened, day, "Level changed"));
            var discharged = stay.dischargedOn();
            if (discharged != null) {
                happened(happened, discharged, "Discharged");
            }
            turns.forEach(turn -> happened(happened, turn.day(), turn.event().title()));
            var marks = new ArrayList<Mark>();
            double free = 0;
            for (var day : happened.entrySet()) {
                var label = String.join(", ", day.getValue());
                double x = x(day.getKey());
                boolean fits = x >= free && x + LETTER * label.length() <= WIDTH;
                marks.add(
                        new Mark(
                                number(x),
                                fits ? label : "",
                                Texts.day(day.getKey()) + ": " + label));
                free = fits ? x + LETTER * label.length() : free;
            }
            return marks;
        }

        private void happened(Map<LocalDate, Set<String>> happened, LocalDate day, String what) {
            if (!day.isBefore(from) && !day.isAfter(to)) {
                happened.computeIfAbsent(day, first -> new LinkedHashSet<>()).add(what);
            }
        }

        private double x(LocalDate day) {
            double share =
                    (double) ChronoUnit.DAYS.between(from, day)
                            / Math.max(1, ChronoUnit.DAYS.between(from, to));
            return LEFT + 6 + (WIDTH - LEFT - RIGHT - 12) * Math.clamp(share, 0.0, 1.0);
        }

        private double y(double value) {
            double share = (value - floor) / Math.max(1, ceiling - floor);
            return TOP + (HEIGHT - TOP - BOTTOM) * (1 - Math.clamp(share, 0.0, 1.0));
        }
    }
}
