package care.trellis.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of an authenticator app (RFC 6238): six digits, SHA-1, 30 seconds, one step of tolerance to
 * either side, each code good once.
 */
final class Totp {

    static final long STEP_SECONDS = 30;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator GENERATOR =
            new TimeBasedOneTimePasswordGenerator();

    private Totp() {}

    /** 160 random bits (RFC 4226 section 4). */
    static byte[] newSecret() {
        byte[] secret = new byte[20];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /**
     * The step that the code belongs to, where it is right, near enough and later than the last one
     * used.
     *
     * @param last the step of the last code used, so that a code that was looked over the shoulder
     *     is worth nothing
     */
    static OptionalLong step(byte[] secret, String code, Instant now, long last) {
        byte[] shown = code.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        long current = now.getEpochSecond() / STEP_SECONDS;
        var found = OptionalLong.empty();
        for (long step = current - 1; step <= current + 1; step++) {
            byte[] right = code(secret, step).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(right, shown) && step > last) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The next code that would be taken: what the demo shows. */
    static String next(byte[] secret, Instant now, long last) {
        return code(secret, Math.max(now.getEpochSecond() / STEP_SECONDS, last + 1));
    }

    private static String code(byte[] secret, long step) {
        try {
            return GENERATOR.generateOneTimePasswordString(
                    new SecretKeySpec(secret, GENERATOR.getAlgorithm()),
                    Instant.ofEpochSecond(step * STEP_SECONDS));
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The secret as a person types it: base 32 in groups of four. */
    static String text(byte[] secret) {
        return base32(secret).replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** What the picture says to the authenticator app. */
    static String uri(byte[] secret, String email) {
        String label = URLEncoder.encode(email, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/Trellis:" + label + "?secret=" + base32(secret) + "&issuer=Trellis";
    }

    private static String base32(byte[] bytes) {
        var text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte next : bytes) {
            buffer = (buffer << 8) | (next & 0xFF);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((buffer >> bits) & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        return text.toString();
    }
}
