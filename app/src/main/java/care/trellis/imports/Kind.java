package care.trellis.imports;

/** What an import takes. */
public enum Kind {
    CLIENT("Clients"),
    COVERAGE("Coverages"),
    DIAGNOSIS("Diagnoses"),
    SCORE("Scores"),
    AUTHORIZATION("Authorizations");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    /** The word of the report. */
    public String label() {
        return label;
    }
}
