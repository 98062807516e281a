package care.trellis.access;

import care.trellis.base.Change;
import care.trellis.base.Platform;
import care.trellis.organizations.BillingIdentity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * The first run of an empty installation. Whoever reads the program's console knows the set-up
 * code, so that a stranger who finds the address first cannot take the installation.
 */
@Service
class FirstRun {

    private final Platform platform;
    private final Founding founding;
    private final String code;
    private final ReentrantLock once = new ReentrantLock();
    private volatile boolean founded;

    FirstRun(
            Platform platform,
            Founding founding,
            @Value("${trellis.first-run-code:#{null}}") @Nullable String code) {
        this.platform = platform;
        this.founding = founding;
        this.code = code == null || code.isBlank() ? makeCode() : code.strip();
    }

    /** Prints the code once the program is ready, where there is something to set up. */
    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        if (open()) {
            System.err.println("Set-up code for the first run: " + code);
        }
    }

    /** Whether there is no organization yet. Once there is one, this is over for good. */
    boolean open() {
        if (!founded) {
            founded = !platform.organizations().isEmpty();
        }
        return !founded;
    }

    Change<Founding.Founded> found(
            String shown, BillingIdentity identity, NewAccount administrator, String password) {
        if (!MessageDigest.isEqual(bytes(shown), bytes(code))) {
            return Change.refused(
                    "code",
                    "SETUP_CODE_WRONG",
                    "This is not the set-up code; it stands in the window in which Trellis was started.");
        }
        once.lock();
        try {
            return open()
                    ? founding.found(identity, administrator, password)
                    : Change.refused("", "ALREADY_FOUNDED", "This installation is set up already.");
        } finally {
            once.unlock();
        }
    }

    private static byte[] bytes(String code) {
        return code.toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String makeCode() {
        var random = new SecureRandom();
        var text = new StringBuilder();
        for (int letter = 0; letter < 12; letter++) {
            text.append(letter > 0 && letter % 4 == 0 ? "-" : "")
                    .append("ABCDEFGHJKLMNPQRSTUVWXYZ23456789".charAt(random.nextInt(32)));
        }
        return text.toString();
    }
}
