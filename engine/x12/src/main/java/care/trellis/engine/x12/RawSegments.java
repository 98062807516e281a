package care.trellis.engine.x12;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lenient pre-reader that stands before StAEDI: it cuts the bytes into segments whatever their
 * delimiters, takes off byte-order mark, indents and line ends, repairs what an ISA lacks, reads
 * files that begin at GS or ST, finds the next interchange after damage, and measures binary data
 * instead of searching it for delimiters.
 */
final class RawSegments {

    /** No segment of a HIPAA guide comes near; binary data is not counted. */
    private static final int LONGEST = 1 << 16;

    private final Bytes in;
    private final Problems problems;
    private @Nullable Delimiters delimiters;
    private boolean afterTrailer = true;
    private int position;
    private int lastLine = 1;

    RawSegments(Bytes in, Problems problems) {
        this.in = in;
        this.problems = problems;
    }

    int position() {
        return position;
    }

    /** Line in which the last segment began. */
    int line() {
        return lastLine;
    }

    /** The next segment, or null at the end of the file or at its size limit. */
    @Nullable RawSegment next() throws IOException {
        while (true) {
            int first = skipSpace();
            if (first < 0) {
                return null;
            }
            int line = in.line();
            var known = delimiters;
            if (first == 'I' && isaFollows()) {
                return interchange(line);
            }
            if (afterTrailer || known == null) {
                if (position == 0 && (first == 'S' || first == 'G')) {
                    known = withoutEnvelope(first);
                }
                if (known == null || position > 0) {
                    if (!findInterchange(line)) {
                        return null;
                    }
                    continue;
                }
            }
            var segment = segment(first, known, line);
            if (segment != null) {
                return segment;
            }
        }
    }

    private RawSegment interchange(int line) throws IOException {
        position++;
        lastLine = line;
        var isa = new IsaReader(in, problems).read(position, line);
        delimiters = isa.delimiters();
        afterTrailer = false;
        return new RawSegment("ISA", position, line, isa.header());
    }

    /** True when the two letters after an I and a delimiter make it an ISA; they are then taken. */
    private boolean isaFollows() throws IOException {
        var ahead = new byte[3];
        int count = 0;
        while (count < 3) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            ahead[count++] = (byte) next;
        }
        boolean isa =
                count == 3
                        && ahead[0] == 'S'
                        && ahead[1] == 'A'
                        && ahead[2] != '\n'
                        && Delimiters.possible(ahead[2]);
        if (isa) {
            in.unread(ahead, 2, 1);
        } else {
            in.unread(ahead, 0, count);
        }
        return isa;
    }

    private int skipSpace() throws IOException {
        int next;
        do {
            next = in.read();
        } while (next >= 0 && (next <= ' ' || next == 0xEF || next == 0xBB || next == 0xBF));
        return next;
    }

    /** Delimiters of a file that begins at GS or ST, or null when it is not that either. */
    private @Nullable Delimiters withoutEnvelope(int first) throws IOException {
        var ahead = new byte[400];
        int count = 0;
        int next;
        while (count < ahead.length && (next = in.read()) >= 0) {
            ahead[count++] = (byte) next;
        }
        in.unread(ahead, 0, count);
        boolean known = count > 4 && ahead[0] == (first == 'S' ? 'T' : 'S');
        int separator = known ? ahead[1] : -1;
        if (!Delimiters.possible(separator)) {
            return null;
        }
        for (int i = 2; i < count; i++) {
            int c = ahead[i];
            if (c != separator && Delimiters.possible(c)) {
                problems.warning(
                        "NO_ENVELOPE", 1, in.line(), "There is no ISA; delimiters are guessed.");
                afterTrailer = false;
                var found = new Delimiters(separator, c == ':' ? '>' : ':', -1, c);
                delimiters = found;
                return found;
            }
        }
        return null;
    }

    /** Skips whatever this is up to the next ISA. */
    private boolean findInterchange(int line) throws IOException {
        int previous = ' ';
        boolean found = false;
        int next;
        while (!found && (next = in.read()) >= 0) {
            found = next == 'I' && !Character.isLetterOrDigit(previous) && isaFollows();
            previous = next;
        }
        if (found) {
            in.unread(new byte[] {'I', 'S', 'A'}, 0, 3);
        }
        if (position > 0) {
            problem(line, "TEXT_AFTER_IEA", "There is text after IEA that begins no interchange.");
        } else if (found) {
            problem(line, "TEXT_BEFORE_ISA", "There is text before the first ISA; it is skipped.");
        } else {
            problem(line, "NOT_X12", "The file does not begin with ISA, GS or ST.");
        }
        return found;
    }

    private void problem(int line, String code, String text) {
        problems.error(code, position + 1, line, text);
    }

    /** Reads up to the terminator; null when there is nothing that can be handed on. */
    private @Nullable RawSegment segment(int first, Delimiters known, int line) throws IOException {
        if (first == known.terminator()) {
            problems.warning("EMPTY_SEGMENT", position + 1, line, "An empty segment is skipped.");
            return null;
        }
        position++;
        lastLine = line;
        var bytes = new ByteArrayOutputStream(128);
        int separators = 0;
        int next = first;
        boolean tooLong = false;
        while (next >= 0 && next != known.terminator()) {
            if (bytes.size() >= LONGEST) {
                tooLong = true;
            } else {
                bytes.write(next);
            }
            if (next == known.element()) {
                separators++;
                if (separators <= 3) {
                    skipBinary(bytes.toString(StandardCharsets.ISO_8859_1), known, line);
                }
            }
            next = in.read();
        }
        var text = uniform(bytes.toByteArray(), known);
        var segment = new RawSegment(text, position, line, null);
        if (next < 0 && !segment.tag().equals("IEA")) {
            if (!in.beyondLimit()) {
                problems.error(
                        "CUT_OFF", position, line, "The file ends in the midst of this segment.");
            }
            position--;
            return null;
        }
        if (tooLong) {
            problems.error(
                    "SEGMENT_TOO_LONG",
                    position,
                    line,
                    "This segment has more than 65536 characters and is skipped.");
            return new RawSegment("", position, line, null);
        }
        afterTrailer = segment.tag().equals("IEA");
        return segment;
    }

    /** Skips the data of BIN02 and BDS03, whose length the element before it gives. */
    private void skipBinary(String soFar, Delimiters known, int line) throws IOException {
        char separator = (char) known.element();
        boolean binary = soFar.startsWith("BIN" + separator);
        boolean filtered = soFar.startsWith("BDS" + separator);
        if (!binary && !filtered) {
            return;
        }
        var elements = soFar.split(Pattern.quote(String.valueOf(separator)));
        int at = binary ? 1 : 2;
        if (elements.length != at + 1 || !elements[at].matches("[0-9]{1,15}")) {
            return;
        }
        long length = Long.parseLong(elements[at]);
        for (long i = 0; i < length; i++) {
            if (in.read() < 0) {
                return;
            }
        }
        int end = in.read();
        if (end >= 0) {
            in.unread(end);
            if (end != known.terminator()) {
                problems.error(
                        "BINARY_LENGTH",
                        position,
                        line,
                        "The binary data does not end where its length says.");
            }
        }
    }

    /** Decodes, drops control characters and gives every file the same delimiters. */
    private static String uniform(byte[] bytes, Delimiters known) {
        var text = decode(bytes);
        var uniform = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == known.element()) {
                uniform.append(RawSegment.ELEMENT);
            } else if (c == known.component()) {
                uniform.append(Segment.COMPONENT);
            } else if (c == known.repeat()) {
                uniform.append(Segment.REPEAT);
            } else if (Character.isSurrogate(c)) {
                uniform.append('?');
            } else if (!Character.isISOControl(c)) {
                uniform.append(c);
            }
        }
        return uniform.toString();
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
