package care.trellis.billing;

/** Why a line of a remittance waits for a person. */
public enum Unmatched {
    OTHER_PAYEE("Paid to another provider: not our NPI or tax id"),
    UNKNOWN_CLAIM("No claim of ours has this number"),
    OTHER_PAYER("The claim went to another payer"),
    LINE_NOT_FOUND("The claim has no line of this date and code");

    private final String words;

    Unmatched(String words) {
        this.words = words;
    }

    /** The reason as people read it. */
    public String words() {
        return words;
    }
}
