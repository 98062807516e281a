package care.trellis.engine.x12.acknowledgments;

import java.util.List;

/**
 * What a receiver says of one functional group (a 999).
 *
 * @param kind GS01 of what it speaks of, such as {@code HC}
 * @param control GS06 of what it speaks of
 * @param code AK901: {@code A} accepted, {@code E} accepted with errors, {@code P} in part, {@code
 *     R} rejected; empty when missing
 * @param included transactions that the group said it holds
 * @param received transactions that were found
 * @param accepted transactions that went on
 * @param sets one for each transaction spoken of
 */
public record GroupAcknowledgment(
        String kind,
        String control,
        String code,
        int included,
        int received,
        int accepted,
        List<SetAcknowledgment> sets) {

    /** Keeps its own copy of the list. */
    public GroupAcknowledgment {
        sets = List.copyOf(sets);
    }

    /**
     * Whether everything went on.
     *
     * @return true for {@code A} and {@code E}
     */
    public boolean allAccepted() {
        return code.equals("A") || code.equals("E");
    }
}
