package care.trellis.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/**
 * Prints on forms that come printed: text alone, on the fixed grid of ten characters and six lines
 * an inch that such forms are made for. To look at on a screen, each box gets a light outline and
 * its name, in a drawing of our own.
 */
public final class GridSheet {

    /** Points across one character: ten an inch. */
    public static final float PITCH = 7.2f;

    /** Points down one line: six an inch. */
    public static final float LINE = 12;

    /** Where a letter stands above the bottom of its line. */
    private static final float BASE = 3;

    private static final float SIZE = 12;
    private static final float NAME_SIZE = 4.2f;
    private static final float LIGHT = 0.78f;
    private static final float MIDDLE = 0.5f;

    private GridSheet() {}

    /**
     * One box of a form.
     *
     * @param name what it is, such as {@code 3a}
     * @param line from 1, the top line of the page
     * @param column from 1, the left edge of the page
     * @param width characters
     * @param text what stands in it; cut at the width, in capitals of Latin-1; empty for nothing
     */
    public record Box(String name, int line, int column, int width, String text) {}

    /**
     * A letter page for each list of boxes.
     *
     * @param outlined whether boxes are drawn and named, for the screen; else the text alone
     */
    public static byte[] pdf(List<List<Box>> pages, boolean outlined) {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var typewriter = new PDType1Font(FontName.COURIER);
            var small = new PDType1Font(FontName.HELVETICA);
            for (var boxes : pages) {
                var page = new PDPage(PDRectangle.LETTER);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    if (outlined) {
                        for (var box : boxes) {
                            outline(content, box, small);
                        }
                    }
                    content.setNonStrokingColor(0f);
                    for (var box : boxes) {
                        write(content, box, typewriter);
                    }
                }
            }
            document.save(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void outline(PDPageContentStream content, Box box, PDFont small)
            throws IOException {
        float left = left(box) - 1.5f;
        float bottom = bottom(box);
        content.setStrokingColor(LIGHT);
        content.setLineWidth(0.4f);
        content.addRect(left, bottom, box.width() * PITCH + 2, LINE);
        content.stroke();
        content.setNonStrokingColor(MIDDLE);
        content.beginText();
        content.setFont(small, NAME_SIZE);
        content.newLineAtOffset(left + 1, bottom + LINE - NAME_SIZE + 0.4f);
        content.showText(box.name());
        content.endText();
    }

    private static void write(PDPageContentStream content, Box box, PDFont typewriter)
            throws IOException {
        var text = plain(box);
        if (text.isBlank()) {
            return;
        }
        content.beginText();
        content.setFont(typewriter, SIZE);
        content.newLineAtOffset(left(box), bottom(box) + BASE);
        content.showText(text);
        content.endText();
    }

    private static float left(Box box) {
        return (box.column() - 1) * PITCH;
    }

    private static float bottom(Box box) {
        return PDRectangle.LETTER.getHeight() - box.line() * LINE;
    }

    private static String plain(Box box) {
        var text = box.text().toUpperCase(java.util.Locale.ROOT).replaceAll("[^ -~]", " ");
        return text.length() <= box.width() ? text : text.substring(0, box.width());
    }
}
