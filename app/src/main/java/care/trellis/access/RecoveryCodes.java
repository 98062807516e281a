package care.trellis.access;

import care.trellis.base.Keys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Ten codes for the day the phone is lost, each good once. Only a keyed hash is kept; 50 random
 * bits a code are out of reach without the key file.
 */
@Component
class RecoveryCodes {

    static final int COUNT = 10;

    /** Without letters and digits that are taken for each other. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    RecoveryCodes(Keys keys) {
        this.key = new SecretKeySpec(keys.derive("access-recovery-code", 32), "HmacSHA256");
    }

    /** Ten new codes such as {@code k3m9p-x7t2w}. */
    List<String> make() {
        return IntStream.range(0, COUNT).mapToObj(number -> part() + "-" + part()).toList();
    }

    byte[] hash(String code) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(
                    code.toLowerCase(Locale.ROOT)
                            .replaceAll("[\\s-]", "")
                            .getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String part() {
        var text = new StringBuilder();
        for (int letter = 0; letter < 5; letter++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
