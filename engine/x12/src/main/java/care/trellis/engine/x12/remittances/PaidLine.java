package care.trellis.engine.x12.remittances;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the payer says of one service line (SVC).
 *
 * @param procedure HCPCS or CPT code, null when the line was paid by its revenue code alone
 * @param modifiers in the order sent
 * @param revenueCode null when not said
 * @param date first day of service, null when not said
 * @param units paid units; 1 when the file says none (SVC05)
 * @param chargeCents what was charged
 * @param paidCents what was paid
 * @param adjustments the difference, explained
 * @param controlNumber our own number of the line (REF 6R), null when not returned
 * @param remarks remark codes (LQ HE)
 */
public record PaidLine(
        @Nullable String procedure,
        List<String> modifiers,
        @Nullable String revenueCode,
        @Nullable LocalDate date,
        BigDecimal units,
        long chargeCents,
        long paidCents,
        List<Adjustment> adjustments,
        @Nullable String controlNumber,
        List<String> remarks) {

    /** Keeps its own copies of the lists. */
    public PaidLine {
        modifiers = List.copyOf(modifiers);
        adjustments = List.copyOf(adjustments);
        remarks = List.copyOf(remarks);
    }

    /**
     * Charge less adjustments equals payment.
     *
     * @return true when it does, to the cent
     */
    public boolean balanced() {
        return chargeCents - Adjustments.sum(adjustments) == paidCents;
    }
}
