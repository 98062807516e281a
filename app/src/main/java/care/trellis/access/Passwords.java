package care.trellis.access;

import care.trellis.base.Problems;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords: which are good enough, and how they are kept (Argon2id, 19 MiB, two passes). A second
 * factor is always asked, so NIST SP 800-63B-4 wants 8 characters; we want 12, allow 256, and ask
 * for no particular signs.
 */
@Component
class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 256;

    /** What people type first when a program asks for a long password. */
    private static final List<String> OBVIOUS =
            List.of(
                    "password",
                    "passwort",
                    "qwerty",
                    "letmein",
                    "welcome",
                    "iloveyou",
                    "admin",
                    "trellis",
                    "123456",
                    "abcdef",
                    "changeme",
                    "summer",
                    "winter",
                    "spring",
                    "autumn",
                    "secret",
                    "monkey",
                    "dragon",
                    "football",
                    "baseball");

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19456, 2);

    /** Each hash takes 19 MiB; a flood of guesses must not take the memory of everybody else. */
    private final Semaphore atOnce = new Semaphore(4);

    /** Stored with the same effort as any other; made beforehand, because a start need not hash. */
    private static final String DUMMY =
            "$argon2id$v=19$m=19456,t=2,p=1$ZjsBE6gxpBcrBDZ+2s4ctA"
                    + "$eh8/cvljXwLiEJWijbRPA3HaY/tjMeJvxVA7CB9yUAM";

    String hash(String password) {
        atOnce.acquireUninterruptibly();
        try {
            return encoder.encode(password);
        } finally {
            atOnce.release();
        }
    }

    /**
     * Whether this is the password behind the hash. It takes as long where there is no hash, so
     * that time tells nobody whether an account exists.
     */
    boolean matches(String password, @Nullable String hash) {
        boolean tooLong = password.length() > LONGEST;
        atOnce.acquireUninterruptibly();
        try {
            boolean right = encoder.matches(tooLong ? "" : password, hash == null ? DUMMY : hash);
            return right && hash != null && !tooLong;
        } finally {
            atOnce.release();
        }
    }

    /** What is wrong with a new password, bound to the field {@code password}. */
    Problems problems(String password, String email, String name) {
        return new Problems()
                .require(
                        password.length() >= SHORTEST,
                        "password",
                        "PASSWORD_TOO_SHORT",
                        "Use at least 12 characters; a few words in a row are easy to remember.")
                .require(
                        password.length() <= LONGEST,
                        "password",
                        "PASSWORD_TOO_LONG",
                        "Use at most 256 characters.")
                .require(
                        password.length() < SHORTEST || !obvious(password, email, name),
                        "password",
                        "PASSWORD_OBVIOUS",
                        "This password is easy to guess: leave out your name and common words, or add more words.");
    }

    /** What is left beside the words that everybody tries must itself be worth something. */
    private static boolean obvious(String password, String email, String name) {
        String rest = password.toLowerCase(Locale.ROOT);
        for (String word : OBVIOUS) {
            rest = rest.replace(word, "");
        }
        for (String word : (email + " " + name).toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+")) {
            rest = word.length() < 3 ? rest : rest.replace(word, "");
        }
        return rest.chars().distinct().count() < 5;
    }
}
