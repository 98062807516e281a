package care.trellis.engine.x12.claims;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One claim: one patient, one payer, one form (loop 2300).
 *
 * @param patientControlNumber our own number of the claim, which comes back on the remittance;
 *     letters, digits and hyphens, at most 20 characters
 * @param subscriber who holds the coverage
 * @param patient null when the subscriber is the patient
 * @param payer whom it goes to
 * @param form what only this kind of claim asks for
 * @param diagnoses ICD-10-CM codes with or without the dot, the principal one first; 1 to 12
 *     (professional) or 25 (institutional)
 * @param authorizationNumber prior authorization (REF G1)
 * @param originalClaimNumber the payer's number of the claim that this one replaces or voids (REF
 *     F8); needed when the frequency is 7 or 8
 * @param lines at least one, at most 999 (institutional) or 50 (professional)
 * @param coordination whose turn it is, and what the payers before said
 * @param late why it comes after the payer's limit; null when it does not
 */
public record Claim(
        String patientControlNumber,
        Subscriber subscriber,
        @Nullable Dependent patient,
        Payer payer,
        ClaimForm form,
        List<String> diagnoses,
        @Nullable String authorizationNumber,
        @Nullable String originalClaimNumber,
        List<ServiceLine> lines,
        Coordination coordination,
        @Nullable Late late) {

    /** A claim that no other payer has seen, and that comes in time. */
    public Claim(
            String patientControlNumber,
            Subscriber subscriber,
            @Nullable Dependent patient,
            Payer payer,
            ClaimForm form,
            List<String> diagnoses,
            @Nullable String authorizationNumber,
            @Nullable String originalClaimNumber,
            List<ServiceLine> lines) {
        this(
                patientControlNumber,
                subscriber,
                patient,
                payer,
                form,
                diagnoses,
                authorizationNumber,
                originalClaimNumber,
                lines,
                Coordination.FIRST,
                null);
    }

    /** Keeps its own copies of the lists. */
    public Claim {
        diagnoses = List.copyOf(diagnoses);
        lines = List.copyOf(lines);
    }

    /**
     * The claim's total (CLM02), always the sum of its lines.
     *
     * @return cents
     */
    public long chargeCents() {
        return lines.stream().mapToLong(ServiceLine::chargeCents).sum();
    }
}
