package care.trellis.notes;

import java.time.Instant;
import java.util.UUID;

/** A note that is its author's alone. */
public record PrivateNote(UUID id, Kind kind, String text, Instant createdAt, Instant savedAt) {

    /** Which law keeps it apart. */
    public enum Kind {
        PSYCHOTHERAPY("Psychotherapy note"),
        SUD_COUNSELING("SUD counseling note");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As people say it. */
        public String label() {
            return label;
        }
    }

    /** Says nothing of it: logs may hold it. */
    @Override
    public String toString() {
        return "PrivateNote[]";
    }
}
