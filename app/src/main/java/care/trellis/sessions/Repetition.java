package care.trellis.sessions;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The dates of one block: its rule, its first and last day, and its exceptions.
 *
 * @param to the last day; nothing for no end
 * @param without dates that are left out (EXDATE)
 * @param extra dates that are added (RDATE); they need not fit the rule
 */
public record Repetition(
        Recurrence rule,
        LocalDate from,
        @Nullable LocalDate to,
        Set<LocalDate> without,
        Set<LocalDate> extra) {

    /** Copies the exceptions. */
    public Repetition {
        without = Set.copyOf(without);
        extra = Set.copyOf(extra);
    }

    /** Its dates within a span, first to last. */
    public List<LocalDate> dates(LocalDate spanFrom, LocalDate spanTo) {
        LocalDate last = to != null && to.isBefore(spanTo) ? to : spanTo;
        var added =
                extra.stream().filter(date -> !date.isBefore(spanFrom) && !date.isAfter(spanTo));
        return new TreeSet<>(
                        Stream.concat(rule.dates(from, spanFrom, last).stream(), added).toList())
                .stream().filter(date -> !without.contains(date)).toList();
    }
}
