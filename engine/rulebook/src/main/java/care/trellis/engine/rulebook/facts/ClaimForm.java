package care.trellis.engine.rulebook.facts;

/** The claim form, on paper or as its electronic twin. */
public enum ClaimForm {
    /** Professional: CMS-1500, 837P. */
    CMS_1500("CMS-1500"),
    /** Institutional: UB-04, 837I. */
    UB_04("UB-04");

    private final String word;

    ClaimForm(String word) {
        this.word = word;
    }

    /** The spelling in rulebooks and in the payer-case contract. */
    public String word() {
        return word;
    }
}
