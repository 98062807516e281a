package care.trellis.receivables.web;

import care.trellis.base.Money;
import care.trellis.billing.AdjustmentReasons;
import care.trellis.receivables.Cause;
import care.trellis.receivables.Denial;
import care.trellis.web.Tone;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How these pages say days, shares and reasons. */
final class Words {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMM d", Locale.US);
    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

    private Words() {}

    static String date(LocalDate date) {
        return LONG.format(date);
    }

    static String span(LocalDate from, LocalDate through) {
        return from.equals(through) ? date(from) : SHORT.format(from) + " – " + date(through);
    }

    static String percent(@Nullable Double share) {
        return share == null ? "–" : Math.round(share * 100) + " %";
    }

    static String days(@Nullable Double days) {
        return days == null ? "–" : Math.round(days) + " d";
    }

    static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** {@code Authorization is absent (CO 197)}. */
    static String reason(Denial denial) {
        if (denial.reasons().isEmpty()) {
            return "No reason given";
        }
        var first = denial.reasons().getFirst();
        return AdjustmentReasons.words(first.code())
                + " ("
                + first.group()
                + " "
                + first.code()
                + ")";
    }

    static Tone tone(Cause cause) {
        return switch (cause) {
            case PAYER_ERROR -> Tone.INFO;
            case TIMELY_FILING, BENEFIT -> Tone.BAD;
            default -> Tone.NEUTRAL;
        };
    }

    /** {@code $8.40} a minute. */
    static String perMinute(double cents) {
        return new Money(Math.round(cents)).text();
    }

    static String deadline(long left) {
        if (left < 0) {
            return "Passed " + count((int) -left, "day", "days") + " ago";
        }
        return left == 0 ? "Today" : count((int) left, "day", "days") + " left";
    }

    static Tone deadlineTone(long left) {
        return left < 0 ? Tone.BAD : left <= 14 ? Tone.WATCH : Tone.NEUTRAL;
    }
}
