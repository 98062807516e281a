package care.trellis.engine.x12.reviews;

/**
 * What utilization review decided (HCR).
 *
 * @param action {@code A1} certified in full, {@code A2} in part, {@code A3} not certified, {@code
 *     A4} pended, {@code A6} modified, {@code CT} contact the payer, {@code NA} none needed
 * @param number the authorization number; empty when none was given
 * @param reason why not, such as {@code 0V}; empty when not said
 */
public record ReviewDecision(String action, String number, String reason) {

    /**
     * Whether anything may be given under it.
     *
     * @return true for full, part, modified and none needed
     */
    public boolean certifies() {
        return action.equals("A1")
                || action.equals("A2")
                || action.equals("A6")
                || action.equals("NA");
    }
}
