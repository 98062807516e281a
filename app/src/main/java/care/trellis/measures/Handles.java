package care.trellis.measures;

import care.trellis.base.Hashes;
import care.trellis.base.Keys;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Token;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Makes and reads what opens a sitting: a token for a link, and six characters for a tablet. Only
 * hashes are kept; that of the short code is keyed, so that a stolen table cannot be tried through.
 */
@Component
class Handles {

    /** Without the characters that are taken for each other when read aloud. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int CODE_LENGTH = 6;
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
        return Token.make(OrganizationContext.current());
    }
}
