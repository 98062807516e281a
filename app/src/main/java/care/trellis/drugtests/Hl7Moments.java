package care.trellis.drugtests;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Moments as HL7 writes them: {@code YYYYMMDD[HHMM[SS[.S]]][+/-ZZZZ]} (version 2.5.1, 2.A.22). The
 * offset of MSH-7 holds for every moment of the message that says none.
 */
final class Hl7Moments {

    private static final Pattern MOMENT =
            Pattern.compile(
                    "(\\d{8})(?:(\\d{2})(?:(\\d{2})(?:\\d{2}(?:\\.\\d{1,4})?)?)?)?([+-]\\d{4})?");

    private Hl7Moments() {}

    /**
     * The day of a moment where we are. Without an hour, or without any offset, it is the day that
     * is written.
     *
     * @param usual the message's offset; null where it says none
     * @param zone ours
     * @return null where it is no moment
     */
    static @Nullable LocalDate day(String moment, @Nullable ZoneOffset usual, ZoneId zone) {
        var found = MOMENT.matcher(moment);
        if (!found.matches()) {
            return null;
        }
        try {
            var day = LocalDate.parse(found.group(1), DateTimeFormatter.BASIC_ISO_DATE);
            var own = found.group(4) == null ? usual : ZoneOffset.of(found.group(4));
            if (own == null || found.group(2) == null) {
                return day;
            }
            var minute = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
            var time = LocalTime.of(Integer.parseInt(found.group(2)), minute);
            return day.atTime(time).atOffset(own).atZoneSameInstant(zone).toLocalDate();
        } catch (DateTimeException noMoment) {
            return null;
        }
    }

    /** The offset that a moment says; null where it says none. */
    static @Nullable ZoneOffset offset(String moment) {
        var found = MOMENT.matcher(moment);
        try {
            return found.matches() && found.group(4) != null ? ZoneOffset.of(found.group(4)) : null;
        } catch (DateTimeException noOffset) {
            return null;
        }
    }
}
