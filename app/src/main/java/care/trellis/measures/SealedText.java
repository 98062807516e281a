package care.trellis.measures;

import care.trellis.base.Keys;
import care.trellis.base.OrganizationContext;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Seals what people wrote with AES-256-GCM under a key from the key file, bound to its row: copied
 * to another row or organization it does not open.
 */
@Component
class SealedText {

    private final AesGcmJce sealer;

    SealedText(Keys keys) throws GeneralSecurityException {
        this.sealer = new AesGcmJce(keys.derive("measures-text", 32));
    }

    byte[] seal(UUID row, String text) {
        try {
            return sealer.encrypt(text.getBytes(StandardCharsets.UTF_8), place(row));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Opens what was sealed for this row.
     *
     * @throws IllegalStateException where it was sealed under another key file or for another row
     */
    String open(UUID row, byte[] sealed) {
        try {
            return new String(sealer.decrypt(sealed, place(row)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalStateException("A note of a measure cannot be opened", wrongKey);
        }
    }

    private static byte[] place(UUID row) {
        var organization = OrganizationContext.current().value();
        return ByteBuffer.allocate(32)
                .putLong(organization.getMostSignificantBits())
                .putLong(organization.getLeastSignificantBits())
                .putLong(row.getMostSignificantBits())
                .putLong(row.getLeastSignificantBits())
                .array();
    }
}
