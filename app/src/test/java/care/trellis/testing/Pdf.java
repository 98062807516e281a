package care.trellis.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What a test asks of a PDF file: does it meet its standards, and what does it say. */
public final class Pdf {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Pdf() {}

    /** What veraPDF finds wrong against PDF/UA-1 and PDF/A-3u; nothing where both are met. */
    public static List<String> flaws(byte[] pdf) {
        var flaws = new ArrayList<String>();
        for (var standard : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_U)) {
            try (var parser =
                            Foundries.defaultInstance()
                                    .createParser(new ByteArrayInputStream(pdf), standard);
                    var validator = Foundries.defaultInstance().createValidator(standard, false)) {
                for (var check : validator.validate(parser).getTestAssertions()) {
                    flaws.add(
                            standard.getId()
                                    + " "
                                    + check.getRuleId().getClause()
                                    + ": "
                                    + check.getMessage());
                }
            } catch (ModelParsingException
                    | ValidationException
                    | org.verapdf.core.EncryptedPdfException
                    | IOException broken) {
                throw new AssertionError("not a PDF that can be checked", broken);
            }
        }
        return flaws;
    }

    /** Its words in reading order. */
    public static String words(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException broken) {
            throw new AssertionError("not a PDF", broken);
        }
    }
}
