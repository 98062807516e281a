package care.trellis.engine.rulebook.facts;

/** What the program is, in the words a rule uses. */
public enum ProgramType {
    IOP("IOP"),
    IOP_PSYCHIATRIC("IOP_PSYCHIATRIC"),
    IOP_SUD("IOP_SUD"),
    ASAM_1("ASAM_1"),
    ASAM_2_1("ASAM_2.1"),
    OASAS_IOS("OASAS_IOS");

    private final String word;

    ProgramType(String word) {
        this.word = word;
    }

    /** The spelling in rulebooks and in the payer-case contract, {@code ASAM_2.1} for instance. */
    public String word() {
        return word;
    }
}
