package care.trellis.setup;

/** What a program treats, which decides what payers and the law take it for. */
public enum ProgramKind {
    MENTAL_HEALTH(
            "Mental health", "Psychiatric IOP for adults or adolescents", "IOP_PSYCHIATRIC", false),
    SUBSTANCE_USE("Substance use", "ASAM level 2.1; 42 CFR Part 2 applies", "ASAM_2.1", true),
    CO_OCCURRING(
            "Both",
            "Co-occurring care, licensed for substance use; Part 2 applies",
            "IOP_SUD",
            true);

    private final String label;
    private final String words;
    private final String programType;
    private final boolean part2;

    ProgramKind(String label, String words, String programType, boolean part2) {
        this.label = label;
        this.words = words;
        this.programType = programType;
        this.part2 = part2;
    }

    /** As people say it. */
    public String label() {
        return label;
    }

    /** What it means. */
    public String words() {
        return words;
    }

    String programType() {
        return programType;
    }

    boolean part2() {
        return part2;
    }
}
