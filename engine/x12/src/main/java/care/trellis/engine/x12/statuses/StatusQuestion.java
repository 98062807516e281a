package care.trellis.engine.x12.statuses;

import care.trellis.engine.x12.Member;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where does this claim stand (loop 2200D of a 276)?
 *
 * @param trace our number of the question, which comes back; at most 50 characters
 * @param member the subscriber as the payer knows one
 * @param payerClaimNumber the payer's number where it gave one (REF 1K)
 * @param patientControlNumber our number of the claim (REF EJ), at most 20 characters
 * @param typeOfBill three digits of an institutional claim (REF BLT); null for a professional one
 * @param chargeCents total charge
 * @param from first day of service
 * @param to last day of service
 */
public record StatusQuestion(
        String trace,
        Member member,
        @Nullable String payerClaimNumber,
        String patientControlNumber,
        @Nullable String typeOfBill,
        long chargeCents,
        LocalDate from,
        LocalDate to) {}
