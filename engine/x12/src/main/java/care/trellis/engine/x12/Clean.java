package care.trellis.engine.x12;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes a value safe to stand inside an element: nothing typed by a person may end a segment or
 * start another (X12 injection), and payers take capitals without accents.
 */
public final class Clean {

    private static final String DELIMITERS = "*:^~";

    private Clean() {}

    /**
     * For names and addresses: accents are taken off, letters become capitals, delimiters, control
     * and other foreign characters become a space, and spaces are folded.
     *
     * @param value as typed
     * @return printable ASCII without delimiters; empty when nothing of that is left
     */
    public static String text(String value) {
        var plain = Normalizer.normalize(value, Normalizer.Form.NFKD).toUpperCase(Locale.ROOT);
        var clean = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            boolean safe = c > ' ' && c < 0x7F && DELIMITERS.indexOf(c) < 0;
            if (safe) {
                clean.append(c);
            } else if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
                clean.append(' ');
            }
        }
        return clean.toString().strip();
    }

    /**
     * For identifiers, which must come back as they were sent and so are refused instead of
     * changed.
     *
     * @param value any text
     * @return true when it can be written exactly as it is: printable ASCII, no delimiter, no space
     *     at either end, not empty
     */
    public static boolean isExact(String value) {
        return !value.isEmpty()
                && value.equals(value.strip())
                && value.chars().allMatch(c -> c >= ' ' && c < 0x7F && DELIMITERS.indexOf(c) < 0);
    }
}
