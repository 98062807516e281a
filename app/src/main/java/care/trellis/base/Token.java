package care.trellis.base;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A secret that a link or a device carries: its organization and 32 random bytes, in characters
 * that an address may hold. Tables keep its hash only.
 */
public final class Token {

    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Token() {}

    /** A new one. */
    public static String make(OrganizationId organization) {
        var random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        ByteBuffer.allocate(16 + RANDOM_BYTES)
                                .putLong(organization.value().getMostSignificantBits())
                                .putLong(organization.value().getLeastSignificantBits())
                                .put(random)
                                .array());
    }

    /** What a table keeps of it: a stolen table opens nothing. */
    public static byte[] hash(String token) {
        return Hashes.sha256(token);
    }

    /** The organization that a token names; nothing where it is no token. */
    public static Optional<OrganizationId> organization(String token) {
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
