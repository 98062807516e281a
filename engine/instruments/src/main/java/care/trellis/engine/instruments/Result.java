package care.trellis.engine.instruments;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the answers to an instrument come to.
 *
 * @param valid false when a required score cannot be reported; flags that are already certain stand
 * @param total null where it cannot be reported and where the instrument has no single total
 * @param severity in the canonical words of the instrument; null where none is published
 * @param subscales in the order of the instrument
 * @param flags what staff must see
 * @param missing the items that had to be answered and were not, by their number on the form
 * @param prorated whether a score stands for blanks by the mean of what was answered
 * @param error {@link #INVALID_ANSWER} or null
 */
public record Result(
        boolean valid,
        @Nullable BigDecimal total,
        @Nullable String severity,
        Map<String, Subscale> subscales,
        Set<String> flags,
        List<String> missing,
        boolean prorated,
        @Nullable String error) {

    /** An answer that is not among the codes of its item; it is refused, never corrected. */
    public static final String INVALID_ANSWER = "INVALID_ANSWER";

    /** The result of answers one of which is out of range. */
    static Result invalidAnswer() {
        return new Result(false, null, null, Map.of(), Set.of(), List.of(), false, INVALID_ANSWER);
    }
}
