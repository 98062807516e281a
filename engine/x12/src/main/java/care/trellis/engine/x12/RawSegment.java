package care.trellis.engine.x12;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A segment before its elements are told apart.
 *
 * @param text the segment without terminator, its delimiters made uniform
 * @param position place in the file
 * @param line where it begins
 * @param header the interchange that begins here, null in the midst of one
 */
record RawSegment(String text, int position, int line, @Nullable InterchangeHeader header) {

    static final char ELEMENT = '\u001D';
    static final char TERMINATOR = '\u001C';
    private static final Pattern TAG = Pattern.compile("[A-Z][A-Z0-9]{1,2}");

    String tag() {
        int end = text.indexOf(ELEMENT);
        return end < 0 ? text : text.substring(0, end);
    }

    /** Two or three capitals and digits, a letter first. */
    boolean hasPossibleTag() {
        return TAG.matcher(tag()).matches();
    }
}
