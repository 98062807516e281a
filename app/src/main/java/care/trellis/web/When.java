package care.trellis.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How pages write days and times: {@code Mar 2, 2026} and {@code Mar 2, 8:30 AM}. */
public final class When {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MMM d, h:mm a", Locale.US);
    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("MMM d, yyyy, h:mm a z", Locale.US);

    private When() {}

    /** A day. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A time of this year, as the clock of the site shows it. */
    public static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    /** A time with year and zone: what stands under a signature. */
    public static String full(Instant at, ZoneId zone) {
        return FULL.format(at.atZone(zone));
    }
}
