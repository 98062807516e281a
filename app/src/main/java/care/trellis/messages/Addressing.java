package care.trellis.messages;

import care.trellis.base.Keys;
import care.trellis.base.OrganizationContext;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Numbers and mailboxes as carriers want them, and the keyed hash by which they are known again.
 */
@Component
class Addressing {

    private final byte[] key;

    Addressing(Keys keys) {
        this.key = keys.derive("message addresses", 32);
    }

    /** What was typed as an address of this way; nothing where it cannot be one. */
    static Optional<String> usable(Way way, String typed) {
        return switch (way) {
            case TEXT -> number(typed);
            case MAIL -> mailbox(typed);
            case NONE -> Optional.empty();
        };
    }

    /**
     * Knows an address again without keeping it in the clear (HMAC-SHA-256, FIPS 198-1), within one
     * organization and way.
     */
    byte[] key(Way way, String address) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(
                    (OrganizationContext.current().value() + " " + way + " ")
                            .getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(address.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The last ten digits: how a number on record is compared, however it was typed. */
    static String lastTen(String number) {
        var digits = digits(number);
        return digits.substring(Math.max(0, digits.length() - 10));
    }

    /** E.164; ten digits are a number of North America. */
    private static Optional<String> number(String typed) {
        var digits = digits(typed);
        if (typed.strip().startsWith("+")) {
            return digits.length() >= 8 && digits.length() <= 15
                    ? Optional.of("+" + digits)
                    : Optional.empty();
        }
        return switch (digits.length()) {
            case 10 -> Optional.of("+1" + digits);
            case 11 -> digits.startsWith("1") ? Optional.of("+" + digits) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> mailbox(String typed) {
        var stripped = typed.strip();
        try {
            new InternetAddress(stripped, true).validate();
            return stripped.indexOf('@') > 0 && stripped.chars().allMatch(c -> c > ' ' && c < 127)
                    ? Optional.of(stripped.toLowerCase(Locale.ROOT))
                    : Optional.empty();
        } catch (AddressException no) {
            return Optional.empty();
        }
    }

    private static String digits(String typed) {
        return typed.replaceAll("[^0-9]", "");
    }
}
