package care.trellis.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a plan, as it was signed.
 *
 * @param reviewOn when it is due again
 * @param content what was signed
 * @param intact whether the characters still have the signed hash
 * @param hash in hexadecimal
 */
public record SignedPlan(
        VersionId id,
        int number,
        LocalDate from,
        LocalDate reviewOn,
        TreatmentPlan content,
        boolean intact,
        String hash,
        Instant signedAt,
        List<Signature> signatures) {

    /** Copies the signatures. */
    public SignedPlan {
        signatures = List.copyOf(signatures);
    }

    /** Whether somebody in this part signed, or said why not. */
    public boolean has(Signer signer) {
        return signatures.stream().anyMatch(one -> one.signer() == signer);
    }

    /**
     * One signature, or a reason why there is none.
     *
     * @param refusal why the client did not sign; null where there is a signature
     * @param certified whether the prescriber certified the need for these hours
     */
    public record Signature(
            Signer signer, String name, @Nullable String refusal, boolean certified, Instant at) {}

    /** In which part somebody signs. */
    public enum Signer {
        AUTHOR("Author"),
        CLIENT("Client"),
        GUARDIAN("Parent or guardian"),
        PRESCRIBER("Prescriber"),
        TEAM("Team");

        private final String label;

        Signer(String label) {
            this.label = label;
        }

        /** The part in words. */
        public String label() {
            return label;
        }
    }
}
