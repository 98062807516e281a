package care.trellis.authorizations;

/**
 * What a reviewer asks to see, and how old it may be. The days are our own choice, from a cadence
 * of reviews every one to two weeks; a payer that wants fresher says so on the phone.
 */
public enum Evidence {
    DIAGNOSIS("Diagnosis", 0, "the diagnosis in force", "Clinician"),
    SYMPTOM_SCORE("Symptom score", 14, "a PHQ-9, GAD-7 or PCL-5", "Clinician"),
    USE_SCORE("Use or withdrawal score", 30, "a BAM, AUDIT, DAST or COWS", "Clinician"),
    CHANGE("Measured change", 30, "a second score of the same measure", "Clinician"),
    ATTENDANCE("Attendance", 14, "a day attended", "Front desk"),
    GROUP_NOTE("Group note", 7, "a signed group note", "Clinician"),
    INDIVIDUAL_NOTE("Individual session", 14, "a signed individual note", "Clinician"),
    FAMILY_NOTE("Family work", 30, "a signed family note", "Clinician"),
    PLAN("Plan with a physician's signature", 60, "a physician's signature", "Prescriber"),
    GOALS("Open goals", 0, "a goal still open", "Clinician");

    private final String label;
    private final int freshDays;
    private final String what;
    private final String supplier;

    Evidence(String label, int freshDays, String what, String supplier) {
        this.label = label;
        this.freshDays = freshDays;
        this.what = what;
        this.supplier = supplier;
    }

    /** As people say it. */
    public String label() {
        return label;
    }

    /** Days after which it is stale; 0 where it stands until it is changed. */
    public int freshDays() {
        return freshDays;
    }

    /** What is missing where there is none, in words that follow "no". */
    public String what() {
        return what;
    }

    /** Who can supply it. */
    public String supplier() {
        return supplier;
    }
}
