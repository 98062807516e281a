package care.trellis.placement.web;

import care.trellis.engine.placement.Group;
import care.trellis.engine.placement.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Days, times and hours as the desk writes them. */
final class PlacementWords {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEEE, MMM d", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

    /** The parts of a day that the form of the waiting list asks for. */
    enum DayPart {
        MORNING("morning", 6 * 60, 12 * 60 + 30),
        AFTERNOON("afternoon", 12 * 60, 17 * 60 + 30),
        EVENING("evening", 16 * 60 + 30, 22 * 60);

        final String word;
        final int from;
        final int to;

        DayPart(String word, int from, int to) {
            this.word = word;
            this.from = from;
            this.to = to;
        }

        Window on(DayOfWeek day) {
            return new Window(day, from, to);
        }
    }

    private PlacementWords() {}

    static String joined(List<String> words, String between) {
        return String.join(between, words);
    }

    static String shortDay(DayOfWeek day) {
        return day.name().charAt(0) + day.name().substring(1, 3).toLowerCase(Locale.US);
    }

    static String days(Collection<DayOfWeek> days) {
        return days.stream()
                .sorted()
                .map(PlacementWords::shortDay)
                .collect(Collectors.joining(" "));
    }

    static String date(LocalDate day) {
        return DATE.format(day);
    }

    static String time(int minutes) {
        return TIME.format(LocalTime.of(minutes / 60 % 24, minutes % 60));
    }

    static String hours(int minutes) {
        return minutes % 60 == 0
                ? minutes / 60 + " h"
                : "%d h %02d".formatted(minutes / 60, minutes % 60);
    }

    /** {@code Mon to Fri, from 9:00 AM}. */
    static String week(List<Group> groups) {
        int first = groups.stream().mapToInt(group -> group.when().from()).min().orElse(0);
        int last = groups.stream().mapToInt(group -> group.when().to()).max().orElse(0);
        return "%s · %s to %s"
                .formatted(
                        days(
                                groups.stream()
                                        .map(group -> group.when().day())
                                        .collect(Collectors.toSet())),
                        time(first),
                        time(last));
    }

    /** When somebody can come, short: {@code mornings}, {@code evenings Mon Wed}. */
    static String free(List<Window> free) {
        if (free.isEmpty()) {
            return "";
        }
        var parts =
                Arrays.stream(DayPart.values())
                        .filter(part -> free.stream().anyMatch(window -> covers(window, part)))
                        .map(part -> part.word + "s")
                        .toList();
        var days = free.stream().map(Window::day).collect(Collectors.toSet());
        return joined(parts, ", ") + (days.size() < 5 ? " " + days(days) : "");
    }

    static boolean covers(Window window, DayPart part) {
        return window.from() <= part.from + 60 && window.to() >= part.to - 60;
    }
}
