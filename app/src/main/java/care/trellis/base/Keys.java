package care.trellis.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The installation's key file, and the keys derived from it (HKDF, RFC 5869): one per purpose, so
 * that one key never does two things. The file stands apart from the data and from its backups.
 */
@Component
public class Keys {

    private final SecretKey master;

    Keys(@Value("${trellis.master-key}") Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        if (content.length != 32) {
            throw new IllegalStateException(
                    "The key file " + file + " must hold 32 bytes, not " + content.length);
        }
        this.master = new SecretKeySpec(content, "HKDF");
    }

    /** The keys of a key file, for what stands beside the program and reads the same home. */
    public static Keys of(Path file) throws IOException {
        return new Keys(file);
    }

    /**
     * The key of one purpose, the same at every call.
     *
     * @param purpose a fixed name such as {@code audit-checkpoint}
     * @param length bytes wanted, 1 to 255
     */
    public byte[] derive(String purpose, int length) {
        try {
            var parameters =
                    HKDFParameterSpec.ofExtract()
                            .addIKM(master)
                            .thenExpand(
                                    ("trellis/" + purpose)
                                            .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                    length);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
