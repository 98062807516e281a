package care.trellis.engine.placement;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers, days and lists as people say them. */
final class Words {

    private Words() {}

    static String list(Collection<String> things) {
        var sorted = things.stream().sorted().toList();
        return joined(sorted);
    }

    static String either(Collection<String> things) {
        return things.stream().sorted().collect(Collectors.joining(" or "));
    }

    static String joined(List<String> things) {
        return things.size() < 2
                ? String.join("", things)
                : String.join(", ", things.subList(0, things.size() - 1))
                        + " and "
                        + things.getLast();
    }

    static String days(Collection<DayOfWeek> days) {
        return joined(days.stream().sorted().map(Words::day).collect(Collectors.toList()));
    }

    static String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.US);
    }

    static String when(Window window) {
        return "%s %s to %s".formatted(day(window.day()), time(window.from()), time(window.to()));
    }

    static String time(int minutes) {
        int hour = minutes / 60 % 24;
        return "%d:%02d %s"
                .formatted(hour % 12 == 0 ? 12 : hour % 12, minutes % 60, hour < 12 ? "AM" : "PM");
    }

    /** {@code 9 h}, {@code 7 h 30 min}. */
    static String hours(int minutes) {
        return minutes % 60 == 0
                ? "%d h".formatted(minutes / 60)
                : minutes < 60
                        ? "%d min".formatted(minutes)
                        : "%d h %d min".formatted(minutes / 60, minutes % 60);
    }

    static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
