package care.trellis.measures;

import care.trellis.engine.instruments.AlertClass;
import care.trellis.engine.instruments.Change;
import care.trellis.engine.instruments.ChangeRules;
import care.trellis.engine.instruments.Course;
import care.trellis.engine.instruments.Instrument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One scale of one instrument over a stay, and what has become of it.
 *
 * @param scale the subscale's key; empty for the total
 * @param points the oldest first; what could not be scored has no point
 * @param attendedDays program days of the stay up to now
 * @param received how much came in of what was due
 * @param periodDays days between two; 0 where it is not repeated
 */
public record Trend(
        Stay stay,
        Instrument instrument,
        String scale,
        List<Point> points,
        int attendedDays,
        Cadence.Received received,
        int periodDays,
        LocalDate today) {

    /**
     * One score.
     *
     * @param severity the published word; null where there is none
     * @param safety the class of what an item raised by itself; null for most
     * @param imported from another system, which computed it
     * @param measure where it can be opened; null where it was imported
     */
    public record Point(
            LocalDate on,
            BigDecimal total,
            @Nullable String severity,
            @Nullable AlertClass safety,
            boolean imported,
            @Nullable AdministrationId measure) {}

    /** Copies the list. */
    public Trend {
        points = List.copyOf(points);
    }

    /** The published cuts that hold for it. */
    public ChangeRules rules() {
        return scale.isEmpty() ? instrument.change() : instrument.change(scale);
    }

    /** The first score, where it was taken within a week of admission. */
    public @Nullable Point baseline() {
        var first =
                points.stream()
                        .filter(point ->
                                !point.on()
                                        .isBefore(
                                                stay.admittedOn().minusDays(Course.BASELINE_UNTIL)))
                        .findFirst()
                        .orElse(null);
        return first == null || day(first.on()) > Course.BASELINE_UNTIL ? null : first;
    }

    /** The newest score. */
    public @Nullable Point latest() {
        return points.isEmpty() ? null : points.getLast();
    }

    /** The score before the newest. */
    public @Nullable Point previous() {
        return points.size() < 2 ? null : points.get(points.size() - 2);
    }

    /** What became of the client since baseline. */
    public Change change() {
        return course().change(rules());
    }

    /**
     * What staff must see in it. Silence is a sign only while the client comes, and only where the
     * cadence asked for a score meanwhile.
     */
    public Set<Course.Sign> signs() {
        var signs = EnumSet.noneOf(Course.Sign.class);
        signs.addAll(course().signs(rules()));
        if (!stay.isOpen() || periodDays == 0 || !late()) {
            signs.remove(Course.Sign.NO_DATA);
        }
        return signs;
    }

    private boolean late() {
        var latest = latest();
        var since = latest == null ? stay.admittedOn() : latest.on();
        return ChronoUnit.DAYS.between(since, today) > periodDays;
    }

    /** Whether staff must look at it now. */
    public boolean offTrack() {
        var signs = signs();
        return signs.contains(Course.Sign.RELIABLE_DETERIORATION)
                || signs.contains(Course.Sign.NOT_ON_TRACK);
    }

    /** Whether another is of the same scale of the same instrument. */
    boolean sameScale(Trend other) {
        return instrument.id().equals(other.instrument.id()) && scale.equals(other.scale);
    }

    /** Whether it is repeated, so that its silence says something. */
    public boolean repeated() {
        return periodDays > 0;
    }

    private Course course() {
        return new Course(
                points.stream()
                        .filter(point ->
                                !point.on()
                                        .isBefore(
                                                stay.admittedOn().minusDays(Course.BASELINE_UNTIL)))
                        .map(point -> new Course.Measured(day(point.on()), point.total()))
                        .toList(),
                day(today),
                attendedDays,
                null);
    }

    private int day(LocalDate on) {
        return Math.toIntExact(ChronoUnit.DAYS.between(stay.admittedOn(), on));
    }
}
