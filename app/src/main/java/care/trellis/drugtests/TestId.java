package care.trellis.drugtests;

import java.util.UUID;

/** Identifies one drug test. */
public record TestId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static TestId of(String text) {
        return new TestId(UUID.fromString(text));
    }
}
