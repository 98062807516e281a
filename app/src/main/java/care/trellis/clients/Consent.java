package care.trellis.clients;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A signed consent to disclose for payment (42 CFR 2.31).
 *
 * @param revokedOn the day it was taken back; null while it was not
 */
public record Consent(ConsentId id, Signed signed, @Nullable LocalDate revokedOn) {

    /** How the signature was given (2.31 allows both). */
    public enum Channel {
        PAPER("On paper"),
        ELECTRONIC("Electronically");

        private final String label;

        Channel(String label) {
            this.label = label;
        }

        /** The words on a page. */
        public String label() {
            return label;
        }
    }

    /** Who signed, where 2.14 and 2.15 let somebody else sign for the client. */
    public enum Signer {
        CLIENT("The client"),
        PARENT("A parent"),
        GUARDIAN("A guardian"),
        REPRESENTATIVE("A personal representative");

        private final String label;

        Signer(String label) {
            this.label = label;
        }

        /** The words on a page. */
        public String label() {
            return label;
        }
    }

    /**
     * What was signed: the elements that 42 CFR 2.31(a) asks for. The client is named by the record
     * it belongs to.
     *
     * @param discloser who may disclose: the program by name, or a class of persons
     * @param recipient who may receive; for one consent to treatment, payment and operations the
     *     class of 2.31(a)(4) suffices
     * @param purpose what for
     * @param what how much and which kind of information
     * @param revocationExplained the form says that and how it may be revoked (2.31(a)(6))
     * @param redisclosureExplained the form says what the recipient may do with it, and what a
     *     refusal means (2.31(a)(10))
     * @param signedOn null where nobody has signed yet
     * @param expiresOn good until the end of this day at the site; null: no end, which 2.31 allows
     *     for treatment, payment and operations
     */
    public record Signed(
            String discloser,
            String recipient,
            String purpose,
            String what,
            Channel channel,
            boolean revocationExplained,
            boolean redisclosureExplained,
            String signedBy,
            Signer signer,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate expiresOn) {

        /** Strips what was typed. */
        public Signed {
            discloser = discloser.strip();
            recipient = recipient.strip();
            purpose = purpose.strip();
            what = what.strip();
            signedBy = signedBy.strip();
        }

        /** Names nobody: logs may hold it. */
        @Override
        public String toString() {
            return "Signed[" + signedOn + "]";
        }
    }
}
