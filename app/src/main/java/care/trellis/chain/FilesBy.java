package care.trellis.chain;

import care.trellis.web.Tone;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How long the payer still takes a day that stands on no claim.
 *
 * @param last the last day on which it does
 * @param today at the organization
 */
record FilesBy(LocalDate last, LocalDate today) {

    private static final int URGENT_DAYS = 7;
    private static final int SOON_DAYS = 21;

    /** Such as {@code File by Aug 29, 2026: 12 days left}. */
    String words() {
        long left = left();
        if (left < 0) {
            return "The payer's time to file ended on " + Words.dated(last);
        }
        return "File by "
                + Words.dated(last)
                + (left == 0 ? ": today is the last day" : ": %d days left".formatted(left));
    }

    /** For the narrow place in the chain. */
    String brief() {
        return (left() < 0 ? "Ended " : "By ") + Words.brief(last);
    }

    Tone tone() {
        return left() <= URGENT_DAYS ? Tone.BAD : left() <= SOON_DAYS ? Tone.WATCH : Tone.NEUTRAL;
    }

    private long left() {
        return ChronoUnit.DAYS.between(today, last);
    }
}
