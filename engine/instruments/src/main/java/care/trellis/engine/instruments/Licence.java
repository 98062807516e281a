package care.trellis.engine.instruments;

/** What the owner of an instrument allows; it decides whether its text may stand in our files. */
public enum Licence {

    /** Public domain or free to reproduce for any purpose: the text ships. */
    SHIP("SHIP", true),

    /** Free, with fixed wording and a notice: the text ships and the notice is shown with it. */
    SHIP_NOTICE("SHIP-NOTICE", true),

    /** Free for clinical use only: a site loads the text itself after an attestation. */
    PACK("PACK", false),

    /** By written agreement: off until the reference of a licence is recorded. */
    LICENSED("LICENSED", false),

    /** Never in the repository: no file may bear this tag. */
    NEVER("NEVER", false);

    private final String tag;
    private final boolean textShips;

    Licence(String tag, boolean textShips) {
        this.tag = tag;
        this.textShips = textShips;
    }

    /** The tag as instrument files spell it. */
    public String tag() {
        return tag;
    }

    /** Whether the wording of items and answers may stand in a file of ours. */
    public boolean textShips() {
        return textShips;
    }
}
