package care.trellis.chain;

import care.trellis.ledger.DayState;
import care.trellis.web.Tone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How these pages say figures, days and codes. */
final class Words {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);
    private static final DateTimeFormatter WEEKDAY =
            DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMM d", Locale.US);
    private static final DateTimeFormatter WITH_YEAR =
            DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

    private Words() {}

    /** Hours and minutes, exact to the minute: {@code 2:59}. */
    static String hours(int minutes) {
        int rest = minutes % 60;
        return minutes / 60 + (rest < 10 ? ":0" : ":") + rest;
    }

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    static String brief(LocalDate date) {
        return SHORT.format(date);
    }

    static String weekday(LocalDate date) {
        return WEEKDAY.format(date);
    }

    static String dated(LocalDate date) {
        return WITH_YEAR.format(date);
    }

    static String week(LocalDate monday) {
        return "Week of " + SHORT.format(monday) + " to " + WITH_YEAR.format(monday.plusDays(6));
    }

    /** A number without needless zeros. */
    static String plain(BigDecimal units) {
        return units.stripTrailingZeros().toPlainString();
    }

    /**
     * A code or rule id as words: {@code AUTHORIZATION_EXHAUSTED} is {@code Authorization
     * exhausted}.
     */
    static String sentence(String code) {
        var words = code.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        words =
                words.replace(" lt ", " under ")
                        .replace(" gt ", " over ")
                        .replace("bhp", "BHP")
                        .replace("iop", "IOP");
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The first letter large, as a sentence begins. */
    static String capital(String words) {
        return words.isEmpty()
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static Tone tone(DayState state) {
        return switch (state) {
            case BILLABLE -> Tone.GOOD;
            case HOLD -> Tone.WATCH;
            case NOT_BILLABLE -> Tone.BAD;
            case PLANNED -> Tone.NEUTRAL;
        };
    }
}
