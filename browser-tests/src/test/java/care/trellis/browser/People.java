package care.trellis.browser;

import care.trellis.base.SettableClock;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/** What people do to get in. */
final class People {

    /** The code each person last signed in with: one serves once, and tests share the people. */
    private static final Map<String, String> LAST_CODES = new ConcurrentHashMap<>();

    static final String PASSWORD = "four words in a row";
    static final String MARIA = "maria@example.org";
    static final String FOUNDER = "ruth@example.org";

    private People() {}

    /** Founds the organization; the founder is administrator and director. */
    static void found(Page window, List<String> wrong) {
        window.navigate("/first-run");
        wrong.addAll(Browser.look(window, "first-run"));
        window.getByLabel("Set-up code").fill(Installation.FIRST_RUN_CODE);
        window.getByLabel("Name of your organization").fill("Northgate");
        window.getByLabel("Your name").fill("Ruth Okafor");
        window.getByLabel("Your e-mail").fill(FOUNDER);
        window.locator("#password").fill(PASSWORD);
        window.locator("#passwordAgain").fill(PASSWORD);
        window.getByLabel("I am the program's director as well").check();
        window.getByText("Create organization").click();
    }

    /** The first step: e-mail and password. */
    static void signIn(Page window, String email) {
        goToSignIn(window);
        window.locator("#email").fill(email);
        window.locator("#password").fill(PASSWORD);
        window.locator("main button[type=submit]").click();
    }

    /** A page that hears that its session is over goes there by itself, and may cross our going. */
    private static void goToSignIn(Page window) {
        try {
            window.navigate("/sign-in");
        } catch (PlaywrightException crossed) {
            if (!String.valueOf(crossed.getMessage()).contains("ERR_ABORTED")) {
                throw crossed;
            }
            window.navigate("/sign-in");
        }
    }

    /** Signs in to the synthetic clinic, whose page shows the code of the second factor. */
    static void signInToTheDemo(Page window, String email) {
        window.navigate("/sign-in");
        window.locator("#email").fill(email);
        window.locator("#password").fill("juniper-hollow-mesa");
        window.locator("main button[type=submit]").click();
        window.waitForURL("**/sign-in/code");
        var code = shownCode(window);
        while (code.equals(LAST_CODES.put(email, code))) {
            window.waitForTimeout(1_000);
            window.reload();
            code = shownCode(window);
        }
        window.locator("#code").fill(code);
        window.getByText("Continue").click();
        window.waitForURL("**/");
    }

    private static String shownCode(Page window) {
        var shown = Pattern.compile("\\b\\d{3} ?\\d{3}\\b").matcher(window.innerText("body"));
        if (!shown.find()) {
            throw new IllegalStateException("No code on the page");
        }
        return shown.group().replace(" ", "");
    }

    /** Takes an invitation: sets a password, then the second factor. */
    static String join(Page window, String invitation, SettableClock clock, List<String> wrong) {
        return join(window, invitation, MARIA, clock, wrong);
    }

    /** The same for somebody else. */
    static String join(
            Page window, String invitation, String email, SettableClock clock, List<String> wrong) {
        window.navigate(invitation);
        wrong.addAll(Browser.look(window, "invitation"));
        window.locator("#password").fill(PASSWORD);
        window.locator("#passwordAgain").fill(PASSWORD);
        window.locator("main button[type=submit]").click();
        window.waitForLoadState();
        if (window.url().endsWith("/sign-in")) {
            signIn(window, email);
        }
        return enroll(window, clock, wrong);
    }

    /** Comes back later: time has ended the session, so password and code are asked again. */
    static void comeBack(Page window, String secret, SettableClock clock) {
        comeBack(window, MARIA, secret, clock);
    }

    /** The same for somebody else. */
    static void comeBack(Page window, String email, String secret, SettableClock clock) {
        signIn(window, email);
        window.waitForURL("**/sign-in/code");
        window.locator("#code").fill(code(secret, clock));
        window.getByText("Continue").click();
        window.waitForURL("**/");
    }

    /**
     * Sets the second factor up from the secret on the page, keeps the recovery codes, and goes on.
     */
    static String enroll(Page window, SettableClock clock, List<String> wrong) {
        window.waitForURL("**/sign-in/enroll");
        wrong.addAll(Browser.look(window, "enroll"));
        var secret =
                window.locator("[aria-label='Secret'], .code")
                        .first()
                        .innerText()
                        .replaceAll("Secret:|\\s", "");
        window.locator("#code").fill(code(secret, clock));
        window.getByText("Finish").click();
        wrong.addAll(Browser.look(window, "recovery-codes"));
        window.getByText("I have kept them").click();
        window.waitForLoadState();
        return secret;
    }

    /** The six digits that an authenticator app would show (RFC 6238). */
    static String code(String base32, SettableClock clock) {
        try {
            var generator = new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(30), 6);
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(decode(base32), generator.getAlgorithm()), clock.instant());
        } catch (InvalidKeyException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static byte[] decode(String base32) {
        var bytes = new java.io.ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        for (char letter : base32.toUpperCase().toCharArray()) {
            held = (held << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits);
            }
        }
        return bytes.toByteArray();
    }
}
