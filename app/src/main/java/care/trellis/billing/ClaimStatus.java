package care.trellis.billing;

import org.jspecify.annotations.Nullable;

/** What became of a claim at the payer, by the sum of what was posted to it. */
public enum ClaimStatus {
    /** Nothing came back yet. */
    SENT("Sent"),
    /** A receiver took it on; the payer decides. */
    ACCEPTED("Taken on"),
    /** A receiver sent it back: no payer will decide it. */
    REJECTED("Rejected"),
    /** The payer owes nothing of it, the client does. */
    ANSWERED("Client owes"),
    PAID("Paid"),
    /** Some lines were paid, others denied or not answered. */
    PARTLY("Partly paid"),
    DENIED("Denied"),
    /** What was paid was taken back. */
    TAKEN_BACK("Taken back");

    private final String label;

    ClaimStatus(String label) {
        this.label = label;
    }

    /** As people say it. */
    public String label() {
        return label;
    }

    /** Whether the payer's limit still runs: nobody has taken the claim on, or not all of it. */
    public boolean clockRuns() {
        return switch (this) {
            case SENT, REJECTED, DENIED, PARTLY, TAKEN_BACK -> true;
            case ACCEPTED, ANSWERED, PAID -> false;
        };
    }

    /**
     * Where a claim stands.
     *
     * @param accepted the last word of a receiver; null while there is none
     * @param answered whether anything was posted
     * @param allLines whether every line was paid or is owed by the client
     * @param reversed whether an earlier payment was taken back
     * @param paidCents sum of payments, less what was taken back
     * @param patientCents sum of what the client owes
     */
    static ClaimStatus of(
            @Nullable Boolean accepted,
            boolean answered,
            boolean allLines,
            boolean reversed,
            long paidCents,
            long patientCents) {
        if (!answered) {
            return accepted == null ? SENT : accepted ? ACCEPTED : REJECTED;
        }
        if (paidCents > 0) {
            return allLines ? PAID : PARTLY;
        }
        if (patientCents > 0) {
            return ANSWERED;
        }
        return reversed ? TAKEN_BACK : DENIED;
    }
}
