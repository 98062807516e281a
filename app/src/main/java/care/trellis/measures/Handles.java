package care.trellis.measures;

import care.trellis.base.Hashes;
import care.trellis.base.Keys;
import care.trellis.base.OrganizationContext;
import care.trellis.base.OrganizationId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes and reads what opens a sitting: a token for a link, which carries its organization and 32
 * random bytes, and six characters for a tablet. Only hashes are kept; that of the short code is
 * keyed, so that a stolen table cannot be tried through.
 */
@Component
class Handles {

    /** Without the characters that are taken for each other when read aloud. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int CODE_LENGTH = 6;
    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    Handles(Keys keys) {
        this.key = keys.derive("measures-code", 32);
    }

    String newCode() {
        var code = new StringBuilder();
        for (int place = 0; place < CODE_LENGTH; place++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    byte[] codeHash(String code) {
        var typed = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return Hashes.sha256(key, typed.getBytes(StandardCharsets.UTF_8));
    }

    String newToken() {
        var organization = OrganizationContext.current().value();
        var random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        ByteBuffer.allocate(16 + RANDOM_BYTES)
                                .putLong(organization.getMostSignificantBits())
                                .putLong(organization.getLeastSignificantBits())
                                .put(random)
                                .array());
    }

    static byte[] tokenHash(String token) {
        return Hashes.sha256(token);
    }

    /** The organization that a token names; nothing where it is no token. */
    static Optional<OrganizationId> organization(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length != 16 + RANDOM_BYTES) {
                return Optional.empty();
            }
            var buffer = ByteBuffer.wrap(bytes);
            return Optional.of(new OrganizationId(new UUID(buffer.getLong(), buffer.getLong())));
        } catch (IllegalArgumentException notAToken) {
            return Optional.empty();
        }
    }
}
