package care.trellis.engine.x12.claims;

import care.trellis.engine.x12.remittances.Adjustment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payer who decided the claim before (loops 2320, 2330A and 2330B).
 *
 * @param order SBR01 of that payer: {@code P}, {@code S} or {@code T}
 * @param subscriber who holds that coverage
 * @param relationship SBR02, of the patient to that subscriber: {@code 18} self, {@code 01} spouse,
 *     {@code 19} child
 * @param payer who it was
 * @param claimNumber the payer's own number of the claim (REF F8); null when it gave none
 * @param decidedOn day of its decision (DTP 573), for a claim whose lines carry none
 * @param paidCents what it paid (AMT D), for the claim and all its lines
 * @param remainingCents what it left to the patient (AMT EAF); null where the lines say it
 * @param adjustments of the claim as a whole (CAS)
 */
public record OtherPayer(
        String order,
        Subscriber subscriber,
        String relationship,
        Payer payer,
        @Nullable String claimNumber,
        @Nullable LocalDate decidedOn,
        long paidCents,
        @Nullable Long remainingCents,
        List<Adjustment> adjustments) {

    /** Keeps its own copy of the list. */
    public OtherPayer {
        adjustments = List.copyOf(adjustments);
    }
}
