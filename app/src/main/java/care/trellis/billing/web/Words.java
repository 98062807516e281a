package care.trellis.billing.web;

import care.trellis.billing.Adjusted;
import care.trellis.billing.ClaimStatus;
import care.trellis.web.Tone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the pages of billing say dates, codes and money. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

    private Words() {}

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    static String date(@Nullable LocalDate date) {
        return date == null ? "" : DATE.format(date);
    }

    /** The day of a moment in the organization's zone. */
    static String date(Instant at, ZoneId zone) {
        return DATE.format(at.atZone(zone));
    }

    static String days(List<LocalDate> dates) {
        return dates.stream().map(Words::day).collect(Collectors.joining(", "));
    }

    static String span(LocalDate from, LocalDate through) {
        return from.equals(through) ? date(from) : day(from) + " – " + date(through);
    }

    static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** A stable code as people read it: {@code NOTE_NOT_SIGNED} is “Note not signed”. */
    static String reason(String code) {
        var words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String codes(
            @Nullable String procedure, @Nullable String revenue, List<String> modifiers) {
        var parts = new ArrayList<String>();
        if (procedure != null) {
            parts.add(procedure);
        }
        parts.addAll(modifiers);
        if (revenue != null) {
            parts.add("rev " + revenue);
        }
        return String.join(" ", parts);
    }

    static String adjustment(Adjusted adjusted) {
        return adjusted.amount().text()
                + " · "
                + adjusted.words()
                + " ("
                + adjusted.group()
                + " "
                + adjusted.reason()
                + ", "
                + adjusted.bearer().toLowerCase(Locale.ROOT)
                + ")";
    }

    static Tone tone(ClaimStatus status) {
        return switch (status) {
            case SENT -> Tone.NEUTRAL;
            case ACCEPTED -> Tone.INFO;
            case REJECTED -> Tone.BAD;
            case ANSWERED -> Tone.INFO;
            case PAID -> Tone.GOOD;
            case PARTLY -> Tone.WATCH;
            case DENIED, TAKEN_BACK -> Tone.BAD;
        };
    }
}
