package care.trellis.measures;

/** A language in which measures are asked. */
public enum Language {
    ENGLISH("en", "English"),
    SPANISH("es", "Español");

    private final String code;
    private final String own;

    Language(String code, String own) {
        this.code = code;
        this.own = own;
    }

    /** The language of this code; English for any other. */
    public static Language of(String code) {
        return code.equals(SPANISH.code) ? SPANISH : ENGLISH;
    }

    /** ISO 639-1, as pages and instrument files write it. */
    public String code() {
        return code;
    }

    /** What its speakers call it. */
    public String own() {
        return own;
    }
}
