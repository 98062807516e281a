package care.trellis.receivables;

/** What would keep the next denial like this from happening. */
public enum Prevention {
    RULE("Change a rule"),
    TRAINING("Train the team"),
    PAYER_DISPUTE("Dispute it with the payer"),
    NONE("Nothing would");

    private final String label;

    Prevention(String label) {
        this.label = label;
    }

    /** As people say it. */
    public String label() {
        return label;
    }
}
