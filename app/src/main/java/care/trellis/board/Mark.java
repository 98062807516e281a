package care.trellis.board;

import java.util.Locale;

/**
 * How a client stands to one session. Each has a word, a letter and a sign, so that none needs its
 * color to be read.
 */
public enum Mark {
    /** On the roster and not yet here. */
    EXPECTED("Expected", "·", "clock"),
    /** Here in time. */
    PRESENT("Present", "P", "check"),
    /** Came after the start. */
    LATE("Late", "L", "late"),
    /** Did not come. */
    ABSENT("Absent", "A", "cross"),
    /** Here by video. */
    VIRTUAL("Virtual", "V", "video"),
    /** Excused, or the session was called off. */
    AWAY("Away", "–", "away");

    private final String word;
    private final String letter;
    private final String icon;
    private final String css = name().toLowerCase(Locale.ROOT);

    Mark(String word, String letter, String icon) {
        this.word = word;
        this.letter = letter;
        this.icon = icon;
    }

    /** The word on the day board. */
    public String word() {
        return word;
    }

    /** The letter in the week's small squares. */
    public String letter() {
        return letter;
    }

    /** The symbol of the icon sprite. */
    public String icon() {
        return icon;
    }

    /** Ending of the style class, as in {@code mark-late}. */
    public String css() {
        return css;
    }
}
