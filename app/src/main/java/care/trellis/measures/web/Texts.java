package care.trellis.measures.web;

import care.trellis.engine.instruments.About.Moment;
import care.trellis.engine.instruments.AlertClass;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days, times and codes as the pages of measures say them. */
final class Texts {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMM d", Locale.US);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("MMM d, h:mm a", Locale.US);

    private Texts() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String shortDay(LocalDate day) {
        return SHORT.format(day);
    }

    static String stamp(Instant at, ZoneId zone) {
        return STAMP.format(at.atZone(zone));
    }

    /** How far away something is: {@code in 3 h}, {@code 12 min late}. */
    static String away(Instant now, Instant due) {
        boolean late = due.isBefore(now);
        var gap = Duration.between(now, due).abs();
        var words =
                gap.toMinutes() < 60
                        ? gap.toMinutes() + " min"
                        : gap.toHours() < 48 ? gap.toHours() + " h" : gap.toDays() + " days";
        return late ? words + " late" : "in " + words;
    }

    static String moment(Moment moment) {
        return switch (moment) {
            case PRE_ADMISSION -> "Before admission";
            case INTAKE -> "Intake";
            case INTAKE_IF_INDICATED -> "Intake, if indicated";
            case EACH_DAY -> "Each day";
            case WEEKLY -> "Weekly";
            case EVERY_TWO_WEEKS -> "Every two weeks";
            case EVERY_TWO_WEEKS_IF_INDICATED -> "Every two weeks, if indicated";
            case EVERY_FOUR_WEEKS -> "Every four weeks";
            case STEP_CHANGE -> "Change of level";
            case DISCHARGE -> "Discharge";
            case FOLLOW_UP -> "After discharge";
            case FOLLOW_UP_IF_INDICATED -> "After discharge, if indicated";
        };
    }

    static String clock(AlertClass alertClass) {
        return switch (alertClass) {
            case A0 -> "A0 · within 5 minutes, stay with the client";
            case A1 -> "A1 · in this visit, within 60 minutes";
            case A2 -> "A2 · before the client leaves, within 4 hours";
            case A3 -> "A3 · the primary therapist, by the next business day";
            case A4 -> "A4 · at the next review of the plan";
        };
    }
}
