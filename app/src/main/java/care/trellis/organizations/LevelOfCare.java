package care.trellis.organizations;

/** How much care a program gives. */
public enum LevelOfCare {
    /** Intensive outpatient. */
    IOP("Intensive outpatient (IOP)"),
    /** Partial hospitalization. */
    PHP("Partial hospitalization (PHP)"),
    /** Outpatient. */
    OP("Outpatient (OP)");

    private final String label;

    LevelOfCare(String label) {
        this.label = label;
    }

    /** The level as people say it. */
    public String label() {
        return label;
    }
}
