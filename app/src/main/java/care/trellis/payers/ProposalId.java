package care.trellis.payers;

import java.util.UUID;

/** Identifies one proposal to change a rule for a contract. */
public record ProposalId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static ProposalId of(String text) {
        return new ProposalId(UUID.fromString(text));
    }
}
