package care.trellis.engine.x12.acknowledgments;

import java.util.List;

/**
 * What a receiver says of one transaction (AK2 to IK5).
 *
 * @param type ST01 of it, such as {@code 837}
 * @param control ST02 of it
 * @param code IK501: {@code A} accepted, {@code E} accepted with errors, {@code R} rejected; empty
 *     when missing
 * @param faults each segment at fault, at most 1,000
 * @param reasons IK502 to IK506: why as a whole, such as {@code 5} (one or more segments at fault)
 */
public record SetAcknowledgment(
        String type, String control, String code, List<Fault> faults, List<String> reasons) {

    /** Keeps its own copies of the lists. */
    public SetAcknowledgment {
        faults = List.copyOf(faults);
        reasons = List.copyOf(reasons);
    }

    /**
     * Whether its claims go on to the payer.
     *
     * @return true for {@code A} and {@code E}
     */
    public boolean accepted() {
        return code.equals("A") || code.equals("E");
    }
}
