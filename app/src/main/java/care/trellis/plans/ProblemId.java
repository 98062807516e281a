package care.trellis.plans;

import java.util.UUID;

/** Identifies one problem of a plan. */
public record ProblemId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static ProblemId of(String text) {
        return new ProblemId(UUID.fromString(text));
    }
}
