package care.trellis.sessions.web;

import care.trellis.base.Problem;
import care.trellis.sessions.Recurrence;
import care.trellis.web.Form;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How often something repeats, as a form asks for it and as a rule says it. */
final class RepeatEntry {

    private static final String WEEKLY = "WEEKLY";
    private static final String MONTH_DAY = "MONTH_DAY";
    private static final String MONTH_WEEKDAY = "MONTH_WEEKDAY";

    private RepeatEntry() {}

    /** Fills a form with a rule. */
    static Form fill(Form form, Recurrence rule) {
        form.with(
                "repeats",
                !rule.monthly() ? WEEKLY : rule.dayOfMonth() != 0 ? MONTH_DAY : MONTH_WEEKDAY);
        form.with("every", rule.interval());
        form.withAll("day", rule.days());
        form.with("ends", rule.count() > 0 ? "COUNT" : rule.until() != null ? "UNTIL" : "NEVER");
        form.with("until", rule.until());
        form.with("count", rule.count() > 0 ? rule.count() : null);
        return form;
    }

    /** The parts of the form as the page shows them. */
    static RepeatView view(Form form) {
        var kinds = new LinkedHashMap<String, String>();
        kinds.put(WEEKLY, "Weeks, on these days");
        kinds.put(MONTH_DAY, "Months, on the same day of the month");
        kinds.put(MONTH_WEEKDAY, "Months, on the same weekday, as the second Tuesday");
        var ends = new LinkedHashMap<String, String>();
        ends.put("NEVER", "Never");
        ends.put("UNTIL", "After a day");
        ends.put("COUNT", "After so many times");
        var days = new ArrayList<RepeatView.DayBox>();
        for (var day : DayOfWeek.values()) {
            days.add(
                    new RepeatView.DayBox(
                            day.name(),
                            day.getDisplayName(TextStyle.SHORT, Locale.US),
                            day.getDisplayName(TextStyle.FULL, Locale.US),
                            form.ticked("day", day.name())));
        }
        return new RepeatView(
                form.choices("repeats", kinds), form.choices("ends", ends), days, form);
    }

    /**
     * The rule; nothing where something is wrong, which is then said in the form.
     *
     * @param first the day from which the day of the month is taken
     */
    static @Nullable Recurrence read(Form form, @Nullable LocalDate first) {
        var every = form.whole("every");
        int interval = every == null ? 1 : every;
        if (interval < 1 || interval > Recurrence.LONGEST_INTERVAL) {
            refuse(form, "every", "Enter a number from 1 to " + Recurrence.LONGEST_INTERVAL + ".");
        }
        var rule = first == null || form.wrong() ? null : rule(form, first, interval);
        return rule == null ? null : ended(form, rule);
    }

    private static @Nullable Recurrence rule(Form form, LocalDate first, int interval) {
        switch (form.value("repeats")) {
            case MONTH_DAY -> {
                boolean last = first.getDayOfMonth() == first.lengthOfMonth();
                return Recurrence.monthlyOnDay(interval, last ? -1 : first.getDayOfMonth());
            }
            case MONTH_WEEKDAY -> {
                int which = (first.getDayOfMonth() - 1) / 7 + 1;
                return Recurrence.monthlyOn(
                        interval, which == 5 ? -1 : which, first.getDayOfWeek());
            }
            default -> {
                List<DayOfWeek> days =
                        form.all("day").stream()
                                .filter(day ->
                                        List.of(DayOfWeek.values()).stream()
                                                .anyMatch(one -> one.name().equals(day)))
                                .map(DayOfWeek::valueOf)
                                .toList();
                if (days.isEmpty()) {
                    refuse(form, "day", "Choose at least one day.");
                    return null;
                }
                return Recurrence.weekly(interval, days);
            }
        }
    }

    private static @Nullable Recurrence ended(Form form, Recurrence rule) {
        switch (form.value("ends")) {
            case "UNTIL" -> {
                var until = form.date("until");
                if (until == null && form.error("until").isEmpty()) {
                    refuse(form, "until", "Enter the last day.");
                }
                return until == null ? null : rule.until(until);
            }
            case "COUNT" -> {
                var count = form.whole("count");
                if (count == null || count < 1 || count > Recurrence.LONGEST_COUNT) {
                    refuse(
                            form,
                            "count",
                            "Enter how many times, 1 to " + Recurrence.LONGEST_COUNT + ".");
                    return null;
                }
                return rule.times(count);
            }
            default -> {
                return rule;
            }
        }
    }

    private static void refuse(Form form, String field, String fix) {
        form.refused(List.of(new Problem(field, "INVALID", fix)));
    }
}
