package care.trellis.access;

import care.trellis.base.Keys;
import care.trellis.base.OrganizationId;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Seals a secret of one account with AES-256-GCM under a key from the key file, bound to that
 * account: copied to another row it does not open.
 */
@Component
class SealedSecrets {

    private final Aead aead;

    SealedSecrets(Keys keys) throws GeneralSecurityException {
        this.aead = new AesGcmJce(keys.derive("access-totp-secret", 32));
    }

    byte[] seal(OrganizationId organization, UUID account, byte[] secret) {
        try {
            return aead.encrypt(secret, owner(organization, account));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Opens what was sealed for this account.
     *
     * @throws IllegalStateException where it was sealed under another key file or for another
     *     account
     */
    byte[] open(OrganizationId organization, UUID account, byte[] sealed) {
        try {
            return aead.decrypt(sealed, owner(organization, account));
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalStateException(
                    "A second factor cannot be opened: this key file is not the one it was sealed with",
                    wrongKey);
        }
    }

    private static byte[] owner(OrganizationId organization, UUID account) {
        return ByteBuffer.allocate(32)
                .putLong(organization.value().getMostSignificantBits())
                .putLong(organization.value().getLeastSignificantBits())
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array();
    }
}
