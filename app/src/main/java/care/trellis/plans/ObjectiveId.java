package care.trellis.plans;

import java.util.UUID;

/** Identifies one objective of a plan. */
public record ObjectiveId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static ObjectiveId of(String text) {
        return new ObjectiveId(UUID.fromString(text));
    }
}
