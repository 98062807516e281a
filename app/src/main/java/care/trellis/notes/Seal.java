package care.trellis.notes;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Seals what people wrote with AES-256-GCM, bound to its organization and row: copied to another
 * row it does not open.
 */
final class Seal {

    private final Aead aead;

    /** A seal with a key of its own. */
    Seal(byte[] key) {
        try {
            this.aead = new AesGcmJce(key);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] close(String words, UUID... row) {
        try {
            return aead.encrypt(words.getBytes(StandardCharsets.UTF_8), bound(row));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Opens what was sealed for this row.
     *
     * @throws IllegalStateException where the key file is another, or the row is
     */
    String open(byte[] sealed, UUID... row) {
        try {
            return new String(aead.decrypt(sealed, bound(row)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalStateException(
                    "A note cannot be opened: this key file is not the one it was sealed with",
                    wrongKey);
        }
    }

    private static byte[] bound(UUID... row) {
        var bytes = ByteBuffer.allocate(16 * row.length);
        for (UUID id : row) {
            bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        }
        return bytes.array();
    }
}
