package care.trellis.exchange;

import java.util.UUID;

/** Identifies one coming of one file. */
public record ArrivalId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static ArrivalId of(String text) {
        return new ArrivalId(UUID.fromString(text));
    }
}
