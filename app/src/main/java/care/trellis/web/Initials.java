package care.trellis.web;

import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;

/** Two letters that stand for a name, and the tint that goes with them. */
public final class Initials {

    private static final int TINTS = 8;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Initials() {}

    /**
     * The first letters of the first and the last word of a name: {@code Maya Ellen Ito} is {@code
     * MI}.
     */
    public static String of(String name) {
        var words = new ArrayList<String>();
        for (var word : BLANKS.split(name.strip())) {
            if (!word.isEmpty() && Character.isLetter(word.codePointAt(0))) {
                words.add(word);
            }
        }
        return switch (words.size()) {
            case 0 -> "?";
            case 1 -> first(words.getFirst());
            default -> first(words.getFirst()) + first(words.getLast());
        };
    }

    /**
     * A tint from 0 to 7 that stays with these letters; it decorates and never carries a meaning.
     */
    public static int tint(String initials) {
        return Math.floorMod(initials.hashCode(), TINTS);
    }

    private static String first(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}
