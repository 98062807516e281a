package care.trellis.billing;

/** How a claim that went out once goes out again. */
public enum Resend {
    /** As it should have been: the payer replaces what it has (frequency 7). */
    CORRECTED("7", "Corrected claim"),
    /**
     * As if it were the first: for a claim that the payer never took on, or one that was voided.
     */
    NEW("1", "New claim"),
    /** As it was, to be undone: the payer takes back what it paid (frequency 8). */
    VOID("8", "Void");

    private final String frequency;
    private final String label;

    Resend(String frequency, String label) {
        this.frequency = frequency;
        this.label = label;
    }

    /** Claim frequency code (CLM05-3). */
    public String frequency() {
        return frequency;
    }

    /** As people say it. */
    public String label() {
        return label;
    }

    /** Whether the payer must be told its own number of the earlier claim (REF F8). */
    public boolean needsPayerNumber() {
        return this != NEW;
    }
}
