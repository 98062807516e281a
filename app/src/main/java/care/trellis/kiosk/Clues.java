package care.trellis.kiosk;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.Locale;
import java.util.Optional;

/**
 * What a client says of themselves at a door: the first letters of the last name, and the birthday
 * without its year.
 *
 * @param letters two or three, A to Z, without accents
 */
public record Clues(String letters, MonthDay birthday) {

    private static final int FEWEST = 2;
    private static final int MOST = 3;

    /** Reads what was typed; nothing where it cannot be anybody's. */
    public static Optional<Clues> of(String letters, int month, int day) {
        var plain = plain(letters);
        if (plain.length() < FEWEST || plain.length() > MOST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Clues(plain, MonthDay.of(month, day)));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /**
     * A name as the letters on the screen spell it: {@code O'Neil} is ONEIL, {@code Nuñez} NUNEZ.
     */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z]", "");
    }

    /** The letter on the tile of somebody with this first name; a dash for a name without one. */
    static String initial(String givenName) {
        var plain = plain(givenName);
        return plain.isEmpty() ? "-" : plain.substring(0, 1);
    }

    /** Whether a last name begins so. */
    boolean begin(String familyName) {
        return plain(familyName).startsWith(letters);
    }

    /** They are a person's: never in a log. */
    @Override
    public String toString() {
        return "Clues";
    }
}
