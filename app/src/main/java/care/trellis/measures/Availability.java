package care.trellis.measures;

/** How far the owner of an instrument lets this site go with it now. */
public enum Availability {
    /** Its wording is here and may be shown. */
    READY("Ready"),
    /** Scored from paper; its wording is not here, and the site may load it. */
    PAPER_ONLY("From paper only"),
    /** Off until the reference of a licence is recorded with its wording. */
    OFF("Needs a licence");

    private final String label;

    Availability(String label) {
        this.label = label;
    }

    /** The words on a page. */
    public String label() {
        return label;
    }
}
