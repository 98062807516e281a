package care.trellis.downtime;

import care.trellis.base.Ids;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/**
 * Puts a passphrase on a PDF (AES-256, ISO 32000-2, 7.6.4): every reader of PDF asks for it, on any
 * machine and without a network. Whoever has it may read and print, also by a screen reader.
 */
final class SealedPdf {

    private SealedPdf() {}

    static byte[] of(byte[] pdf, String passphrase) {
        var may = new AccessPermission();
        may.setCanModify(false);
        may.setCanModifyAnnotations(false);
        may.setCanExtractContent(false);
        may.setCanExtractForAccessibility(true);
        may.setCanPrint(true);
        var policy = new StandardProtectionPolicy(Ids.next().toString(), passphrase, may);
        policy.setEncryptionKeyLength(256);
        policy.setPreferAES(true);
        try (var document = Loader.loadPDF(pdf)) {
            document.protect(policy);
            var sealed = new ByteArrayOutputStream();
            document.save(sealed);
            return sealed.toByteArray();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
