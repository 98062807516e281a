package care.trellis.outreach;

import java.util.UUID;

/** Identifies one absence: of one client on one day. */
public record AbsenceId(UUID value) {

    /**
     * Reads an id from its usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static AbsenceId of(String text) {
        return new AbsenceId(UUID.fromString(text));
    }
}
