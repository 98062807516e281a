package care.trellis.receivables;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Denials in the order of work: first what runs out of time, then what a minute brings most for.
 *
 * @param today the day it is made for
 * @param work what is ours to do
 * @param waiting what was appealed and is the payer's turn, the longest first
 * @param finished settled claims of which nobody has said yet what would prevent the next one
 */
public record Worklist(
        LocalDate today, List<Denial> work, List<Denial> waiting, List<Finished> finished) {

    /** Within so many days of its deadline a denial comes before any other. */
    public static final int FLOOR_DAYS = 14;

    /** Keeps its own copies of the lists. */
    public Worklist {
        work = List.copyOf(work);
        waiting = List.copyOf(waiting);
        finished = List.copyOf(finished);
    }

    static Worklist of(LocalDate today, List<Denial> denials, List<Finished> finished) {
        return new Worklist(
                today,
                denials.stream()
                        .filter(denial -> denial.waitingSince() == null)
                        .sorted(order(today))
                        .toList(),
                denials.stream()
                        .filter(denial -> denial.waitingSince() != null)
                        .sorted(Comparator.comparing(Denial::waitingSince))
                        .toList(),
                finished);
    }

    /** Whether the deadline alone puts it on top; one that has passed saves nothing any more. */
    static boolean underFloor(Denial denial, LocalDate today) {
        long left = denial.daysLeft(today);
        return left >= 0 && left <= FLOOR_DAYS;
    }

    private static Comparator<Denial> order(LocalDate today) {
        return Comparator.comparing((Denial denial) -> !underFloor(denial, today))
                .thenComparing((one, other) ->
                        underFloor(one, today)
                                ? one.deadline(today).compareTo(other.deadline(today))
                                : 0)
                .thenComparing(Comparator.comparing(Denial::centsPerMinute).reversed())
                .thenComparing(Denial::number);
    }
}
