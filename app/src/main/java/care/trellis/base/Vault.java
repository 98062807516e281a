package care.trellis.base;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Seals what people say and write about their lives, so that a copied table reads as noise:
 * AES-256-GCM under a key from the key file, bound to the organization and the row, so that a body
 * moved to another row does not open.
 */
@Component
public class Vault {

    private final Aead aead;

    Vault(Keys keys) throws GeneralSecurityException {
        this.aead = new AesGcmJce(keys.derive("clinical-prose", 32));
    }

    /** Seals text for the row with this id in the organization in force. */
    public byte[] seal(UUID row, String text) {
        try {
            return aead.encrypt(text.getBytes(StandardCharsets.UTF_8), place(row));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Opens what was sealed for this row.
     *
     * @throws IllegalStateException where it was sealed under another key file, for another row, or
     *     was changed since
     */
    public String open(UUID row, byte[] sealed) {
        try {
            return new String(aead.decrypt(sealed, place(row)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalStateException(
                    "A record cannot be opened: it is not what was sealed under this key file",
                    wrongKey);
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
