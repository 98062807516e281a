package care.trellis.downtime;

import java.util.Locale;
import java.util.Optional;

/**
 * The code of a client on the sheets of one day: three digits and a letter that follows from them.
 * A digit mistyped, or two that changed places, never give another valid code: the letter is a
 * weighted sum modulo 19, a prime that no weight and no difference of weights divides.
 */
public record Code(String text) {

    /** Without letters that look like digits or like each other when written by hand. */
    private static final String LETTERS = "ACDEFHJKLMNPRTUVWXY";

    private static final int[] WEIGHTS = {7, 3, 1};

    /** The code of a number from 0 to 999. */
    static Code of(int number) {
        var digits = "%03d".formatted(number);
        return new Code(digits + letter(digits));
    }

    /**
     * What was typed, in upper or lower case, with or without spaces; nothing where it is no code.
     */
    public static Optional<Code> read(String typed) {
        var text = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return text.matches("[0-9]{3}[A-Z]") && text.charAt(3) == letter(text.substring(0, 3))
                ? Optional.of(new Code(text))
                : Optional.empty();
    }

    private static char letter(String digits) {
        int sum = 0;
        for (int place = 0; place < WEIGHTS.length; place++) {
            sum += WEIGHTS[place] * (digits.charAt(place) - '0');
        }
        return LETTERS.charAt(sum % LETTERS.length());
    }
}
