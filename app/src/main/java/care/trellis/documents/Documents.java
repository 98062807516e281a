package care.trellis.documents;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

/**
 * Prints. A printable template is well-formed XML whose content stands in {@code
 * template.documents.sheet}, which gives it title, language, page numbers and letters; it may hold
 * headings, paragraphs, lists and tables, and no picture or link to elsewhere.
 */
@Service
public class Documents {

    private static final byte[] COLORS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    // It would tell the console about every page, in words of the page.
    static {
        XRLog.setLoggingEnabled(false);
    }

    private final TemplateEngine templates;
    private final byte[] regular = font("inter-regular.ttf");
    private final byte[] semibold = font("inter-semibold.ttf");

    Documents(TemplateEngine templates) {
        this.templates = templates;
    }

    /**
     * A tagged PDF of a template, such as {@code chain/packetPaper}. It takes some tenths of a
     * second of CPU, so callers hold no database transaction meanwhile.
     *
     * @throws IllegalArgumentException when the template is not well-formed XML
     */
    public byte[] pdf(String template, Map<String, Object> model) {
        var page = new StringOutput();
        templates.render(template + ".jte", model, page);
        var pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .withW3cDocument(Xhtml.parse(page.toString()), null)
                    .usePdfUaAccessibility(true)
                    .usePdfAConformance(PdfAConformance.PDFA_3_U)
                    .useColorProfile(COLORS)
                    .withProducer("Trellis")
                    .useFont(letters(regular), "Inter", 400, FontStyle.NORMAL, true)
                    .useFont(letters(semibold), "Inter", 600, FontStyle.NORMAL, true)
                    .useUriResolver((base, address) -> null)
                    .useExternalResourceAccessControl(
                            (address, kind) -> false,
                            ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .useExternalResourceAccessControl(
                            (address, kind) -> false,
                            ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                    .toStream(pdf)
                    .run();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return pdf.toByteArray();
    }

    /**
     * The same as the answer to a request: opened beside the program, kept in no cache.
     *
     * @param name of the file without its ending; it says what it is and names no person
     */
    public ResponseEntity<byte[]> answer(String name, String template, Map<String, Object> model) {
        return answer(name, pdf(template, model));
    }

    /**
     * A PDF as the answer to a request: opened beside the program, kept in no cache.
     *
     * @param name of the file without its ending
     */
    public static ResponseEntity<byte[]> answer(String name, byte[] pdf) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline().filename(name + ".pdf").build().toString())
                .body(pdf);
    }

    private static FSSupplier<InputStream> letters(byte[] font) {
        return () -> new ByteArrayInputStream(font);
    }

    private static byte[] font(String name) {
        try (var font = Documents.class.getResourceAsStream("/fonts/" + name)) {
            return Objects.requireNonNull(font).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
