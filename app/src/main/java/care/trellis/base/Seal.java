package care.trellis.base;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Seals what a copied table must not tell: AES-256-GCM under the key of one purpose from the key
 * file, bound to a place. Moved to another row or organization it does not open.
 */
public final class Seal {

    private final Aead aead;
    private final String purpose;

    /**
     * The seal of one purpose.
     *
     * @param purpose as {@link Keys#derive} wants it; what was sealed for another does not open
     */
    public Seal(Keys keys, String purpose) {
        this.purpose = purpose;
        try {
            this.aead = new AesGcmJce(keys.derive(purpose, 32));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Seals bytes.
     *
     * @param place the ids that say where they stand, in a fixed order: organization, row, and
     *     whoever else they belong to
     */
    public byte[] close(byte[] content, UUID... place) {
        try {
            return aead.encrypt(content, bytes(place));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Seals text. */
    public byte[] closeText(String text, UUID... place) {
        return close(text.getBytes(StandardCharsets.UTF_8), place);
    }

    /**
     * Opens what was sealed for this place.
     *
     * @throws IllegalStateException where it was sealed under another key file, for another place,
     *     or was changed since
     */
    public byte[] open(byte[] sealed, UUID... place) {
        try {
            return aead.decrypt(sealed, bytes(place));
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalStateException(
                    "What was sealed for "
                            + purpose
                            + " cannot be opened: this is not the key file or the row it was sealed with",
                    wrongKey);
        }
    }

    /**
     * Opens sealed text.
     *
     * @throws IllegalStateException as {@link #open} does
     */
    public String openText(byte[] sealed, UUID... place) {
        return new String(open(sealed, place), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(UUID... place) {
        var bytes = ByteBuffer.allocate(16 * place.length);
        for (UUID id : place) {
            bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        }
        return bytes.array();
    }
}
