package care.trellis.receivables;

import java.util.UUID;

/** Names a decision to give money up, or to ask the client for it. */
public record DecisionId(UUID value) {

    /**
     * Reads an id out of an address.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static DecisionId of(String text) {
        return new DecisionId(UUID.fromString(text));
    }
}
