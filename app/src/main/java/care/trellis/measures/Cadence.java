package care.trellis.measures;

import care.trellis.engine.instruments.About.Moment;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When one instrument is due in a stay, and how much of what was due came in. Pure: days in, days
 * out.
 */
public record Cadence(Set<Moment> moments) {

    /** A score taken so long before admission stands for the first one. */
    private static final int BEFORE_ADMISSION = 7;

    /** A discharge's score is waited for so long. */
    private static final int AFTER_DISCHARGE = 14;

    /** A follow-up that nobody gave within so many days is left. */
    private static final int FOLLOW_UP_WAITS = 30;

    private static final List<Integer> FOLLOW_UPS = List.of(7, 30, 90, 180, 365);

    /** Copies the set. */
    public Cadence {
        moments = Set.copyOf(moments);
    }

    /**
     * A day on which it is due, and why.
     *
     * @param last when it was taken before; null where it never was
     */
    public record Due(LocalDate on, Moment why, @Nullable LocalDate last) {}

    /**
     * How much came in.
     *
     * @param expected how many were due up to now
     * @param received how many of them there are
     */
    public record Received(int expected, int received) {

        /** In whole percent; 100 where nothing was due. */
        public int percent() {
            return expected == 0 ? 100 : Math.toIntExact(Math.round(100.0 * received / expected));
        }
    }

    /** Days between two, where it is repeated. */
    public Optional<Integer> period() {
        return Stream.of(Moment.WEEKLY, Moment.EVERY_TWO_WEEKS, Moment.EVERY_FOUR_WEEKS)
                .filter(moments::contains)
                .findFirst()
                .map(Cadence::days);
    }

    /** The earliest day on which it is due and was not taken; nothing where nothing is due. */
    public Optional<Due> due(Stay stay, List<LocalDate> taken, LocalDate today) {
        var inStay =
                taken.stream()
                        .filter(day -> !day.isBefore(stay.admittedOn().minusDays(BEFORE_ADMISSION)))
                        .sorted()
                        .toList();
        var last = inStay.isEmpty() ? null : inStay.getLast();
        var candidates = Stream.<Due>builder();
        var discharged = stay.dischargedOn();
        if (discharged == null) {
            first(stay, last).ifPresent(candidates);
            again(last).ifPresent(candidates);
            step(stay, last).ifPresent(candidates);
        } else {
            leaving(discharged, last, today).ifPresent(candidates);
            followUp(discharged, last, today).ifPresent(candidates);
        }
        return candidates.build().min(Comparator.comparing(Due::on));
    }

    private Optional<Due> first(Stay stay, @Nullable LocalDate last) {
        if (last != null) {
            return Optional.empty();
        }
        return moments.contains(Moment.INTAKE)
                ? Optional.of(new Due(stay.admittedOn(), Moment.INTAKE, null))
                : period().map(days ->
                        new Due(stay.admittedOn().plusDays(days), moment(days), null));
    }

    private Optional<Due> again(@Nullable LocalDate last) {
        return last == null
                ? Optional.empty()
                : period().map(days -> new Due(last.plusDays(days), moment(days), last));
    }

    private Optional<Due> step(Stay stay, @Nullable LocalDate last) {
        return moments.contains(Moment.STEP_CHANGE)
                ? stay.steps().stream()
                        .filter(day -> last == null || last.isBefore(day))
                        .findFirst()
                        .map(day -> new Due(day, Moment.STEP_CHANGE, last))
                : Optional.empty();
    }

    private Optional<Due> leaving(LocalDate discharged, @Nullable LocalDate last, LocalDate today) {
        boolean missing =
                moments.contains(Moment.DISCHARGE)
                        && (last == null || last.isBefore(discharged.minusDays(BEFORE_ADMISSION)))
                        && !today.isAfter(discharged.plusDays(AFTER_DISCHARGE));
        return missing
                ? Optional.of(new Due(discharged, Moment.DISCHARGE, last))
                : Optional.empty();
    }

    private Optional<Due> followUp(
            LocalDate discharged, @Nullable LocalDate last, LocalDate today) {
        return moments.contains(Moment.FOLLOW_UP)
                ? FOLLOW_UPS.stream()
                        .map(discharged::plusDays)
                        .filter(day -> !today.isAfter(day.plusDays(FOLLOW_UP_WAITS)))
                        .filter(day -> last == null || last.isBefore(day.minusDays(3)))
                        .findFirst()
                        .map(day -> new Due(day, Moment.FOLLOW_UP, last))
                : Optional.empty();
    }

    /**
     * How much came in of what was due by repetition: the stay is cut into spans around each due
     * day, and a span counts once.
     */
    public Received received(Stay stay, List<LocalDate> taken, LocalDate today) {
        var period = period().orElse(0);
        if (period == 0) {
            return new Received(0, 0);
        }
        var discharged = stay.dischargedOn();
        var until = discharged != null && discharged.isBefore(today) ? discharged : today;
        int expected =
                Math.toIntExact(ChronoUnit.DAYS.between(stay.admittedOn(), until) / period) + 1;
        int first = moments.contains(Moment.INTAKE) ? 0 : 1;
        int received = 0;
        for (int span = first; span < expected; span++) {
            var from = stay.admittedOn().plusDays((long) span * period - period / 2);
            var to = from.plusDays(period);
            if (taken.stream().anyMatch(day -> !day.isBefore(from) && day.isBefore(to))) {
                received++;
            }
        }
        return new Received(expected - first, received);
    }

    private static int days(Moment moment) {
        return switch (moment) {
            case WEEKLY -> 7;
            case EVERY_TWO_WEEKS -> 14;
            default -> 28;
        };
    }

    private static Moment moment(int days) {
        return days == 7
                ? Moment.WEEKLY
                : days == 14 ? Moment.EVERY_TWO_WEEKS : Moment.EVERY_FOUR_WEEKS;
    }
}
