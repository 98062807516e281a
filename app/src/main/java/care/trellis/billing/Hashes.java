package care.trellis.billing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash by which files are known. */
final class Hashes {

    private Hashes() {}

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
