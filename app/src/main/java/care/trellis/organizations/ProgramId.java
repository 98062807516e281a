package care.trellis.organizations;

import java.util.UUID;

/** Identifies one program of a site. */
public record ProgramId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static ProgramId of(String text) {
        return new ProgramId(UUID.fromString(text));
    }
}
