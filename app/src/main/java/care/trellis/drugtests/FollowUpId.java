package care.trellis.drugtests;

import java.util.UUID;

/** Identifies one follow-up of a drug test. */
public record FollowUpId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static FollowUpId of(String text) {
        return new FollowUpId(UUID.fromString(text));
    }
}
