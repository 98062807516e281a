package care.trellis.engine.x12;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads an ISA of right, short or long elements and learns the delimiters from it. */
final class IsaReader {

    private static final int ELEMENTS = 16;
    private static final int LONGEST = 600;
    private static final int[] WIDTHS = {2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1};
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private final Bytes in;
    private final Problems problems;

    IsaReader(Bytes in, Problems problems) {
        this.in = in;
        this.problems = problems;
    }

    /**
     * What was found.
     *
     * @param header what it says
     * @param delimiters how to read on
     */
    record Isa(InterchangeHeader header, Delimiters delimiters) {}

    /** Reads on after the three letters ISA. */
    Isa read(int position, int line) throws IOException {
        int separator = in.read();
        var taken = new ByteArrayOutputStream();
        var elements = new ArrayList<String>();
        var element = new StringBuilder();
        while (elements.size() < ELEMENTS - 1 && taken.size() < LONGEST) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            taken.write(next);
            if (next == separator) {
                elements.add(element.toString());
                element.setLength(0);
            } else if (next >= ' ') {
                element.append((char) next);
            }
        }
        if (elements.size() < ELEMENTS - 1) {
            return damaged(position, line, separator, taken.toByteArray(), elements);
        }
        int component = in.read();
        int terminator = component < 0 ? -1 : in.read();
        if (Delimiters.possible(component) && terminator >= 'A' && Character.isLetter(terminator)) {
            in.unread(terminator);
            terminator = component;
            component = ':';
            problems.warning("ISA_WIDTH", position, line, "ISA16 is missing; a colon is assumed.");
        }
        if (terminator == '\r') {
            int next = in.read();
            if (next >= 0 && next != '\n') {
                in.unread(next);
            }
            terminator = '\n';
        }
        boolean usable =
                Delimiters.possible(component)
                        && Delimiters.possible(terminator)
                        && component != separator
                        && terminator != separator
                        && component != terminator;
        if (!usable) {
            if (component >= 0) {
                taken.write(component);
            }
            if (terminator >= 0) {
                taken.write(terminator);
            }
            return damaged(position, line, separator, taken.toByteArray(), elements);
        }
        checkWidths(position, line, elements);
        return new Isa(
                header(elements),
                new Delimiters(
                        separator,
                        component,
                        repeat(elements, separator, component, terminator),
                        terminator));
    }

    private void checkWidths(int position, int line, List<String> elements) {
        for (int i = 0; i < WIDTHS.length; i++) {
            if (elements.get(i).length() != WIDTHS[i]) {
                problems.warning(
                        "ISA_WIDTH",
                        position,
                        line,
                        "ISA%02d has %d characters instead of %d."
                                .formatted(i + 1, elements.get(i).length(), WIDTHS[i]));
            }
        }
    }

    /** Finds the group that must follow and takes the character before it for the terminator. */
    private Isa damaged(int position, int line, int separator, byte[] taken, List<String> elements)
            throws IOException {
        problems.error(
                "BAD_ISA",
                position,
                line,
                "ISA does not have its 16 elements; delimiters are guessed.");
        var text = new String(taken, StandardCharsets.ISO_8859_1);
        int group = text.indexOf("GS" + (char) separator);
        int terminator = '~';
        if (group > 0) {
            int before = group - 1;
            while (before > 0 && text.charAt(before) <= ' ' && text.charAt(before) != '\n') {
                before--;
            }
            while (before > 0 && text.charAt(before) <= ' ') {
                before--;
            }
            if (Delimiters.possible(text.charAt(before)) && text.charAt(before) != separator) {
                terminator = text.charAt(before);
            }
            in.unread(taken, group, taken.length - group);
        }
        int component = terminator == ':' || separator == ':' ? '>' : ':';
        while (elements.size() < ELEMENTS) {
            elements.add("");
        }
        return new Isa(
                group > 0 || taken.length == 0 ? InterchangeHeader.NONE : header(elements),
                new Delimiters(separator, component, -1, terminator));
    }

    private static InterchangeHeader header(List<String> elements) {
        return new InterchangeHeader(
                elements.get(12).strip(),
                elements.get(5).strip(),
                elements.get(7).strip(),
                date(elements.get(8).strip()),
                elements.get(14).strip().equals("T"));
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text, DAY);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int repeat(List<String> elements, int separator, int component, int terminator) {
        var declared = elements.get(10);
        boolean since5010 = elements.get(11).compareTo("00402") >= 0;
        if (declared.length() != 1 || !since5010) {
            return -1;
        }
        int repeat = declared.charAt(0);
        boolean free = repeat != separator && repeat != component && repeat != terminator;
        return free && Delimiters.possible(repeat) ? repeat : -1;
    }
}
