package care.trellis.web;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A week drawn to scale: a column for each day, hours from top to bottom, what happens at once side
 * by side. On a phone the same is a list by day.
 *
 * @param days Monday first; an empty Saturday or Sunday is left out
 * @param hours the lines of the hours
 * @param height in pixels, of the columns
 * @param legend what each color stands for; empty where all is one
 */
public record WeekGrid(List<Day> days, List<Hour> hours, int height, List<Legend> legend) {

    private static final int PIXELS_PER_HOUR = 60;
    private static final int COLORS = 6;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm", Locale.US);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("h a", Locale.US);

    /**
     * Something that happens in the week.
     *
     * @param group whose it is: things of one group bear one color
     * @param path where it opens; empty for nowhere
     * @param muted not certain, called off or only a proposal
     */
    public record Tile(
            DayOfWeek day,
            LocalTime starts,
            int minutes,
            String title,
            String detail,
            String group,
            String path,
            boolean muted) {}

    /** One column, or one part of the list. */
    public record Day(String name, String letters, List<Box> boxes) {}

    /**
     * A tile in its place.
     *
     * @param x percent of the whole width, as {@code 20.0%}
     * @param y pixels from the top
     * @param color 0 to 5
     * @param size {@code small} where there is room for one line only
     */
    public record Box(
            String x,
            int y,
            String width,
            int height,
            String time,
            String title,
            String detail,
            String path,
            int color,
            String size,
            boolean muted) {}

    /** One line across. */
    public record Hour(int y, String label) {}

    /** One color and its name. */
    public record Legend(int color, String name) {}

    /** Copies the lists. */
    public WeekGrid {
        days = List.copyOf(days);
        hours = List.copyOf(hours);
        legend = List.copyOf(legend);
    }

    /** Whether nothing happens. */
    public boolean empty() {
        return days.stream().allMatch(day -> day.boxes().isEmpty());
    }

    /** Draws the tiles; groups take their colors in the order in which they first come. */
    public static WeekGrid of(List<Tile> tiles) {
        int first = tiles.stream().mapToInt(tile -> tile.starts().getHour()).min().orElse(9);
        int last = tiles.stream().mapToInt(WeekGrid::end).max().orElse(12 * 60);
        last = Math.max((last + 59) / 60, first + 3);
        var groups = tiles.stream().map(Tile::group).distinct().toList();
        var shown =
                Arrays.stream(DayOfWeek.values())
                        .filter(day ->
                                day.getValue() <= 5
                                        || tiles.stream()
                                                .anyMatch(tile ->
                                                        tile.day().getValue() >= day.getValue()))
                        .toList();
        var days = new ArrayList<Day>();
        for (int i = 0; i < shown.size(); i++) {
            var day = shown.get(i);
            days.add(
                    new Day(
                            day.getDisplayName(TextStyle.FULL, Locale.US),
                            day.getDisplayName(TextStyle.SHORT, Locale.US),
                            boxes(
                                    tiles.stream().filter(tile -> tile.day() == day).toList(),
                                    groups,
                                    i,
                                    shown.size(),
                                    first)));
        }
        var hours = new ArrayList<Hour>();
        for (int hour = first; hour < last; hour++) {
            hours.add(
                    new Hour((hour - first) * PIXELS_PER_HOUR, HOUR.format(LocalTime.of(hour, 0))));
        }
        var legend = new ArrayList<Legend>();
        for (var group : groups) {
            if (!group.isEmpty()) {
                legend.add(new Legend(groups.indexOf(group) % COLORS, group));
            }
        }
        return new WeekGrid(days, hours, (last - first) * PIXELS_PER_HOUR, legend);
    }

    private static List<Box> boxes(
            List<Tile> tiles, List<String> groups, int column, int columns, int first) {
        var sorted = new ArrayList<>(tiles);
        sorted.sort(Comparator.comparing(Tile::starts).thenComparing(Tile::title));
        var boxes = new ArrayList<Box>();
        for (int from = 0; from < sorted.size(); ) {
            int to = from + 1;
            int end = end(sorted.get(from));
            while (to < sorted.size() && minute(sorted.get(to)) < end) {
                end = Math.max(end, end(sorted.get(to++)));
            }
            boxes.addAll(sideBySide(sorted.subList(from, to), groups, column, columns, first));
            from = to;
        }
        return boxes;
    }

    private static List<Box> sideBySide(
            List<Tile> cluster, List<String> groups, int column, int columns, int first) {
        var ends = new ArrayList<Integer>();
        var lanes = new ArrayList<Integer>();
        for (var tile : cluster) {
            int lane = 0;
            while (lane < ends.size() && ends.get(lane) > minute(tile)) {
                lane++;
            }
            if (lane == ends.size()) {
                ends.add(end(tile));
            } else {
                ends.set(lane, end(tile));
            }
            lanes.add(lane);
        }
        double width = 100.0 / columns / ends.size();
        var boxes = new ArrayList<Box>();
        for (int i = 0; i < cluster.size(); i++) {
            var tile = cluster.get(i);
            int height = (end(tile) - minute(tile)) * PIXELS_PER_HOUR / 60 - 3;
            boxes.add(
                    new Box(
                            percent(100.0 * column / columns + lanes.get(i) * width),
                            (minute(tile) - first * 60) * PIXELS_PER_HOUR / 60 + 1,
                            percent(width),
                            Math.max(18, height),
                            TIME.format(tile.starts())
                                    + " – "
                                    + TIME.format(tile.starts().plusMinutes(tile.minutes())),
                            tile.title(),
                            tile.detail(),
                            tile.path(),
                            groups.indexOf(tile.group()) % COLORS,
                            height < 40 ? "small" : ends.size() > 2 ? "slim" : "",
                            tile.muted()));
        }
        return boxes;
    }

    private static String percent(double value) {
        return String.format(Locale.US, "%.3f%%", value);
    }

    private static int minute(Tile tile) {
        return tile.starts().getHour() * 60 + tile.starts().getMinute();
    }

    private static int end(Tile tile) {
        return Math.min(24 * 60, minute(tile) + tile.minutes());
    }
}
