package care.trellis.receivables;

import java.time.Instant;

/**
 * One thing that was done about a denial.
 *
 * @param words what the person said of it; may be empty
 */
public record DenialStep(Kind kind, String words, Instant at, String by) {

    /** What was done. */
    public enum Kind {
        TAKEN("Taken"),
        GIVEN_BACK("Given back"),
        NOTED("Noted"),
        APPEALED("Appealed"),
        RESENT("Sent again"),
        WRITE_OFF_ASKED("Write-off asked for"),
        CLIENT_ASKED("Bill to the client asked for"),
        APPROVED("Approved"),
        REFUSED("Refused"),
        CLOSED("Closed");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As people say it. */
        public String label() {
            return label;
        }
    }

    /** Says nothing of its words. */
    @Override
    public String toString() {
        return "DenialStep[" + kind + "]";
    }
}
