package care.trellis.notes;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a text names another member of the group. A first name alone may be anybody's, so it
 * warns; a full name, or the first name with the last initial that boards show, says who it is and
 * blocks. Pure.
 */
final class NameGuard {

    /** A member of the group. */
    record Member(String given, String family) {}

    /** How sure it is that a text names a member. */
    enum Finding {
        NOTHING,
        FIRST_NAME,
        FULL_NAME
    }

    private NameGuard() {}

    /** A text, and its letters without their case, made once for all who are looked for in it. */
    record Words(String text, String folded) {

        static Words of(String text) {
            return new Words(text, fold(text));
        }

        /** Most texts hold no name at all, and a look for the letters says so without a pattern. */
        boolean mayHold(String name) {
            return !name.isEmpty() && folded.contains(fold(name));
        }

        /** Up and down again: one letter may have several small forms. */
        private static String fold(String text) {
            return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What the text says of one other member.
     *
     * @param innocent first names that mean somebody else here: the client's own, the facilitators'
     */
    static Finding look(Words words, Member other, Collection<String> innocent) {
        var text = words.text();
        if (text.isBlank() || other.given().isBlank()) {
            return Finding.NOTHING;
        }
        var family = other.family().strip();
        if (!words.mayHold(other.given().strip()) && !words.mayHold(family)) {
            return Finding.NOTHING;
        }
        var given = Pattern.quote(other.given().strip());
        if (!family.isEmpty() && holds(text, fullName(given, family), Pattern.CASE_INSENSITIVE)) {
            return Finding.FULL_NAME;
        }
        // Case counts for a single name, so that Will may come to a group where people "will".
        boolean first =
                innocent.stream().noneMatch(other.given()::equalsIgnoreCase)
                        && holds(text, word(given), 0);
        boolean last = family.length() > 1 && holds(text, word(Pattern.quote(family)), 0);
        return first || last ? Finding.FIRST_NAME : Finding.NOTHING;
    }

    private static String fullName(String given, String family) {
        var last = Pattern.quote(family);
        var initial = Pattern.quote(family.substring(0, 1).toUpperCase(Locale.ROOT));
        return word(given + "\\s+" + last)
                + "|"
                + word(last + ",?\\s+" + given)
                + "|"
                + word(given)
                + "\\s+(?-i:"
                + initial
                + ")\\.";
    }

    private static String word(String pattern) {
        return "(?<![\\p{L}\\p{N}])(?:" + pattern + ")(?![\\p{L}\\p{N}])";
    }

    private static boolean holds(String text, String pattern, int flags) {
        return Pattern.compile(pattern, flags | Pattern.UNICODE_CASE).matcher(text).find();
    }
}
