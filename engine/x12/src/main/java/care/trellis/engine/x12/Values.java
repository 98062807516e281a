package care.trellis.engine.x12;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads amounts, quantities and dates out of segments; what cannot be read becomes a problem. */
public final class Values {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{0,12}(\\.[0-9]{0,8})?");
    private static final Pattern DIGIT = Pattern.compile(".*[0-9].*");

    private Values() {}

    /**
     * An amount of money.
     *
     * @param segment where it stands
     * @param element which element, from 1
     * @param problems told of {@code BAD_AMOUNT} when it is no number, or not whole cents
     * @return cents; 0 for an empty element or one that is no number
     */
    public static long cents(Segment segment, int element, Problems problems) {
        var text = segment.text(element);
        if (text.isEmpty()) {
            return 0;
        }
        var number = number(text);
        if (number == null) {
            bad(segment, element, problems, "is no amount; it is taken as 0.00");
            return 0;
        }
        var cents = number.movePointRight(2);
        var whole = cents.setScale(0, RoundingMode.HALF_UP);
        if (whole.compareTo(cents) != 0) {
            bad(segment, element, problems, "is not in whole cents; it is rounded");
        }
        return whole.longValueExact();
    }

    private static void bad(Segment segment, int element, Problems problems, String what) {
        problems.error(
                "BAD_AMOUNT",
                segment.position(),
                segment.line(),
                "%s%02d %s.".formatted(segment.tag(), element, what));
    }

    /**
     * A decimal number.
     *
     * @param text as sent
     * @return null when it is empty or no number of at most twelve digits before the point
     */
    public static @Nullable BigDecimal number(String text) {
        return NUMBER.matcher(text).matches() && DIGIT.matcher(text).matches()
                ? new BigDecimal(text.endsWith(".") ? text.substring(0, text.length() - 1) : text)
                : null;
    }

    /**
     * A day written {@code yyyyMMdd}, or the first day of a span.
     *
     * @param text as sent
     * @return null when it is no date
     */
    public static @Nullable LocalDate date(String text) {
        if (text.length() < 8) {
            return null;
        }
        try {
            return LocalDate.parse(text.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
