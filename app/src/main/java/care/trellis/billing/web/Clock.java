package care.trellis.billing.web;

import care.trellis.web.Tone;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How long a payer still takes a claim, in words. */
final class Clock {

    /** From so many days on it is said with alarm. */
    private static final int URGENT_DAYS = 7;

    private static final int SOON_DAYS = 21;

    private Clock() {}

    /** Such as {@code by 3 Apr 2026, 12 days}. */
    static String words(LocalDate last, LocalDate today) {
        long left = ChronoUnit.DAYS.between(today, last);
        var when = left < 0 ? "passed " + Words.date(last) : "by " + Words.date(last);
        return left < 0
                ? when
                : when + (left == 0 ? ", today" : ", " + Words.count((int) left, "day", "days"));
    }

    static Tone tone(LocalDate last, LocalDate today) {
        long left = ChronoUnit.DAYS.between(today, last);
        return left <= URGENT_DAYS ? Tone.BAD : left <= SOON_DAYS ? Tone.WATCH : Tone.NEUTRAL;
    }
}
