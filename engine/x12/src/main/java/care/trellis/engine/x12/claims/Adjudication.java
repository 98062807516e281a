package care.trellis.engine.x12.claims;

import care.trellis.engine.x12.remittances.Adjustment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a payer before decided of one line (loop 2430).
 *
 * @param payer id of that payer, as its 2330B names it
 * @param paidCents what it paid for the line
 * @param procedure that it paid by; null where it paid by the revenue code
 * @param revenueCode of an institutional line; null on a professional one
 * @param units that it paid
 * @param adjustments everything between the line's charge and the payment
 * @param decidedOn day of its decision
 * @param remainingCents what it left to the patient (AMT EAF); null when not said
 */
public record Adjudication(
        String payer,
        long paidCents,
        @Nullable Procedure procedure,
        @Nullable String revenueCode,
        int units,
        List<Adjustment> adjustments,
        LocalDate decidedOn,
        @Nullable Long remainingCents) {

    /** Keeps its own copy of the list. */
    public Adjudication {
        adjustments = List.copyOf(adjustments);
    }

    /** Everything taken off the line's charge, in cents. */
    public long adjustedCents() {
        return adjustments.stream().mapToLong(Adjustment::cents).sum();
    }
}
