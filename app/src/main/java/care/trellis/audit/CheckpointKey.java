package care.trellis.audit;

import care.trellis.base.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.springframework.stereotype.Component;

/**
 * Signs where a chain stands (Ed25519). The key comes from the key file, which whoever rewrites the
 * database need not have: a chain computed anew does not fit the signatures made before.
 */
@Component
class CheckpointKey {

    private final Ed25519PrivateKeyParameters secret;
    private final Ed25519PublicKeyParameters open;

    CheckpointKey(Keys keys) {
        this.secret = new Ed25519PrivateKeyParameters(keys.derive("audit-checkpoint", 32));
        this.open = secret.generatePublicKey();
    }

    byte[] sign(UUID organization, long sequence, byte[] hash, Instant at) {
        byte[] words = words(organization, sequence, hash, at);
        var signer = new Ed25519Signer();
        signer.init(true, secret);
        signer.update(words, 0, words.length);
        return signer.generateSignature();
    }

    boolean signed(UUID organization, long sequence, byte[] hash, Instant at, byte[] signature) {
        byte[] words = words(organization, sequence, hash, at);
        var verifier = new Ed25519Signer();
        verifier.init(false, open);
        verifier.update(words, 0, words.length);
        return verifier.verifySignature(signature);
    }

    private static byte[] words(UUID organization, long sequence, byte[] hash, Instant at) {
        return "trellis checkpoint %s %d %s %s"
                .formatted(organization, sequence, HexFormat.of().formatHex(hash), at)
                .getBytes(StandardCharsets.UTF_8);
    }
}
