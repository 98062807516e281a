package care.trellis.web;

/**
 * How something stands. A tone only colors; the word or sign beside it always says the same without
 * color.
 */
public enum Tone {
    /** Nothing to say. */
    NEUTRAL("neutral"),
    /** As it should be. */
    GOOD("good"),
    /** Needs an eye before it becomes a problem. */
    WATCH("watch"),
    /** Wrong now. */
    BAD("bad"),
    /** Worth knowing. */
    INFO("info");

    private final String css;

    Tone(String css) {
        this.css = css;
    }

    /** Ending of the style class, as in {@code chip-good}. */
    public String css() {
        return css;
    }

    /** The sign that says the same without color. */
    public String icon() {
        return switch (this) {
            case NEUTRAL, INFO -> "info";
            case GOOD -> "success";
            case WATCH -> "warning";
            case BAD -> "error";
        };
    }
}
