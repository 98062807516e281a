package care.trellis.access;

/** Why an account's e-mail is changed. The record of access keeps the reason, never the address. */
public enum EmailChange {
    NAME_CHANGED("The person's name changed"),
    ADDRESS_REPLACED("Their address was replaced by another"),
    MISTYPED("It was mistyped");

    private final String label;

    EmailChange(String label) {
        this.label = label;
    }

    /** The reason as people say it. */
    public String label() {
        return label;
    }
}
