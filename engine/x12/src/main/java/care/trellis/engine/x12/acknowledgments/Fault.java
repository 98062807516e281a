package care.trellis.engine.x12.acknowledgments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One segment at fault (IK3, with its CTX and IK4).
 *
 * @param tag such as {@code CLM}
 * @param position its place in the transaction, ST being 1
 * @param loop such as {@code 2300}; null when not said
 * @param code IK304, such as {@code 3} (missing) or {@code 8} (an element is at fault); empty when
 *     not said
 * @param context the business it belongs to, such as the claim's number (CTX CLM01); null when not
 *     said
 * @param elements the elements at fault
 */
public record Fault(
        String tag,
        int position,
        @Nullable String loop,
        String code,
        @Nullable String context,
        List<ElementFault> elements) {

    /** Keeps its own copy of the list. */
    public Fault {
        elements = List.copyOf(elements);
    }
}
