package care.trellis.billing;

import care.trellis.documents.GridSheet.Box;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills the boxes of one page of a paper form. */
final class Boxes {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMddyy");

    private final List<Box> boxes = new ArrayList<>();

    /** A box with text; null or empty leaves it blank, and still outlined on the screen. */
    Boxes put(String name, int line, int column, int width, @Nullable String text) {
        boxes.add(new Box(name, line, column, width, text == null ? "" : text));
        return this;
    }

    /** An amount without a point, its last digit in the box's last column. */
    Boxes money(String name, int line, int column, int width, long cents) {
        var digits = "%03d".formatted(cents);
        return put(
                name,
                line,
                column,
                width,
                " ".repeat(Math.max(0, width - digits.length())) + digits);
    }

    /** A cross in a box of one character. */
    Boxes cross(String name, int line, int column, boolean crossed) {
        return put(name, line, column, 1, crossed ? "X" : "");
    }

    List<Box> list() {
        return List.copyOf(boxes);
    }

    /** Month, day and year, six digits. */
    static String day(LocalDate date) {
        return SHORT.format(date);
    }
}
