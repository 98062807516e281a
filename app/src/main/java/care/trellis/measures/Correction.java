package care.trellis.measures;

/** Why a result was corrected. Codes only: what is behind one belongs into a note. */
public enum Correction {
    COPIED_WRONG("Copied wrongly from the paper"),
    CLIENT_CORRECTED("The client corrected an answer"),
    MISHEARD("Misheard in the interview"),
    BLANK_FILLED("A blank was asked and filled in"),
    NOT_THIS_CLIENT("Answered by somebody else");

    private final String label;

    Correction(String label) {
        this.label = label;
    }

    /** The words on a page. */
    public String label() {
        return label;
    }

    /** Whether the result is taken back whole. */
    public boolean withdraws() {
        return this == NOT_THIS_CLIENT;
    }
}
