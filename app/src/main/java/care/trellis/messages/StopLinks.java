package care.trellis.messages;

import care.trellis.base.Keys;
import care.trellis.base.OrganizationContext;
import care.trellis.base.OrganizationId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The link under a mail that ends mail to its address. It opens nothing else, so it needs no end:
 * its proof is a keyed hash over the organization and the message.
 */
@Component
class StopLinks {

    /** What a link names. */
    record Named(OrganizationId organization, MessageId message) {}

    private static final int PROOF = 16;

    private final byte[] key;
    private final String base;

    StopLinks(Keys keys, @Value("${trellis.base-url:}") String base) {
        this.key = keys.derive("message stop links", 32);
        this.base = base.strip().replaceAll("/+$", "");
    }

    /** The whole address; empty where the operator declared none of this installation. */
    String of(MessageId message) {
        return base.isEmpty() ? "" : base + "/stop/" + token(message);
    }

    /** Whether links can be made. */
    boolean possible() {
        return !base.isEmpty();
    }

    String token(MessageId message) {
        var named =
                ByteBuffer.allocate(32)
                        .putLong(OrganizationContext.current().value().getMostSignificantBits())
                        .putLong(OrganizationContext.current().value().getLeastSignificantBits())
                        .putLong(message.value().getMostSignificantBits())
                        .putLong(message.value().getLeastSignificantBits())
                        .array();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        ByteBuffer.allocate(32 + PROOF).put(named).put(proof(named)).array());
    }

    /** What the link names; nothing where it is not one of ours. */
    Optional<Named> read(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length != 32 + PROOF) {
                return Optional.empty();
            }
            byte[] named = Arrays.copyOf(bytes, 32);
            if (!MessageDigest.isEqual(proof(named), Arrays.copyOfRange(bytes, 32, 32 + PROOF))) {
                return Optional.empty();
            }
            var ids = ByteBuffer.wrap(named);
            return Optional.of(
                    new Named(
                            new OrganizationId(new UUID(ids.getLong(), ids.getLong())),
                            new MessageId(new UUID(ids.getLong(), ids.getLong()))));
        } catch (IllegalArgumentException notAToken) {
            return Optional.empty();
        }
    }

    private byte[] proof(byte[] named) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(named), PROOF);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
