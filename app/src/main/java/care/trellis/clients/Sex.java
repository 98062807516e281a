package care.trellis.clients;

/** Sex as payers and the 837 ask for it (DMG03); who a person is stands in the pronouns. */
public enum Sex {
    F("Female"),
    M("Male"),
    U("Not stated");

    private final String label;

    Sex(String label) {
        this.label = label;
    }

    /** The word on a page. */
    public String label() {
        return label;
    }
}
