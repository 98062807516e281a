package care.trellis.episodes;

import java.util.UUID;

/** Identifies one diagnosis. */
public record DiagnosisId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static DiagnosisId of(String text) {
        return new DiagnosisId(UUID.fromString(text));
    }
}
