package care.trellis.sessions;

/** What a session is to a payer: the closed list of the payer rules, in people's words. */
public enum ServiceType {
    GROUP_THERAPY("Group therapy"),
    EDUCATION_GROUP("Education group"),
    LIFE_SKILLS("Life skills"),
    ACTIVITY_THERAPY("Activity therapy"),
    MULTI_FAMILY_GROUP("Multi-family group"),
    FAMILY_THERAPY("Family therapy"),
    INDIVIDUAL_THERAPY("Individual therapy"),
    MEDICATION_MANAGEMENT("Medication management"),
    ASSESSMENT("Assessment"),
    PSYCHIATRIC_EVALUATION("Psychiatric evaluation"),
    PSYCHOLOGICAL_TESTING("Psychological testing");

    private final String label;

    ServiceType(String label) {
        this.label = label;
    }

    /** As people say it. */
    public String label() {
        return label;
    }
}
