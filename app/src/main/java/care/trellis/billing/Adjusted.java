package care.trellis.billing;

import care.trellis.base.Money;

/**
 * Money that the payer took off a charge.
 *
 * @param group CO, PR, OA or PI
 * @param reason claim adjustment reason code (CARC)
 * @param amount taken off; negative adds
 */
public record Adjusted(String group, String reason, Money amount) {

    /** What code and group mean, in our own words. */
    public String words() {
        return AdjustmentReasons.words(reason);
    }

    /** Who bears it. */
    public String bearer() {
        return AdjustmentReasons.group(group);
    }
}
