package care.trellis.payers;

import java.util.UUID;

/** Identifies one contract with a payer. */
public record ContractId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static ContractId of(String text) {
        return new ContractId(UUID.fromString(text));
    }
}
