package care.trellis.episodes;

/** Why an episode of care ended. */
public enum DischargeReason {
    COMPLETED("Completed the program"),
    TRANSFERRED("Transferred to another level or provider"),
    LEFT_AGAINST_ADVICE("Left against advice"),
    LOST_CONTACT("Lost contact"),
    PAYER_ENDED("Payer ended the authorization"),
    MOVED("Moved away"),
    DECEASED("Deceased"),
    OTHER("Other");

    private final String label;

    DischargeReason(String label) {
        this.label = label;
    }

    /** The reason in words. */
    public String label() {
        return label;
    }
}
