package care.trellis.messages;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When no message leaves, by the clock where the client lives. The law's own hours are 9 at night
 * to 8 in the morning (47 CFR 64.1200(c)(1)).
 *
 * @param from may lie before or after midnight; the same as {@code to} means never quiet
 * @param to the first moment that is not quiet any more
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /** From 9 at night until 8 in the morning. */
    public static final QuietHours USUAL = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

    /** The first moment from then on that is not quiet. */
    public Instant next(Instant moment, ZoneId zone) {
        var local = moment.atZone(zone);
        if (!quietAt(local.toLocalTime())) {
            return moment;
        }
        var day =
                local.toLocalTime().isBefore(to)
                        ? local.toLocalDate()
                        : local.toLocalDate().plusDays(1);
        var end = day.atTime(to).atZone(zone).toInstant();
        return end.isBefore(moment) ? moment : end;
    }

    private boolean quietAt(LocalTime time) {
        if (from.equals(to)) {
            return false;
        }
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }
}
