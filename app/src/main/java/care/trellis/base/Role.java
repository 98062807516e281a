package care.trellis.base;

/** What a person is in the organization. A person may hold several; each adds, none takes away. */
public enum Role {
    DIRECTOR("Director"),
    ADMISSIONS("Admissions"),
    FRONT_DESK("Front desk"),
    CLINICIAN("Clinician"),
    PRESCRIBER("Prescriber"),
    UTILIZATION_REVIEWER("Utilization reviewer"),
    BILLER("Biller"),
    COMPLIANCE("Compliance"),
    ADMINISTRATOR("Administrator");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The role as people say it. */
    public String label() {
        return label;
    }
}
