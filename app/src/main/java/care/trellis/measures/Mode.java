package care.trellis.measures;

/** How answers reach us. */
public enum Mode {
    /** On a tablet in the lobby, opened with six characters. */
    TABLET("On the tablet"),
    /** On the client's own phone, by a link that ends. */
    LINK("By link"),
    /** Asked and entered by staff. */
    CLINICIAN("Interview"),
    /** Copied by staff from a sheet that the client filled in. */
    PAPER("From paper");

    private final String label;

    Mode(String label) {
        this.label = label;
    }

    /** The words on a page. */
    public String label() {
        return label;
    }

    /** Whether the client answers alone, without a member of staff at the keys. */
    public boolean alone() {
        return this == TABLET || this == LINK;
    }
}
