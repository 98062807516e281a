package care.trellis.transitions.web;

import care.trellis.sessions.Block;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One week of groups as a small picture: seven columns, time from top to bottom, and what goes or
 * comes told apart.
 *
 * @param title such as {@code Now} or {@code From Mar 16}
 * @param hours what is scheduled, in words
 * @param bars in the box of {@value #WIDTH} by {@value #HEIGHT}
 * @param words the same for those who do not see the picture
 */
public record WeekPicture(String title, String hours, List<Bar> bars, String words) {

    /** How wide the box is. */
    public static final int WIDTH = 280;

    /** How high the box is. */
    public static final int HEIGHT = 96;

    private static final int COLUMN = WIDTH / 7;
    private static final int TOP = 16;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

    /** A group in the picture. */
    public record Bar(int x, int y, int width, int height, State state) {}

    /** How a group stands beside the week before it. */
    public enum State {
        STAYS,
        COMES,
        GOES;

        /** The last part of its class. */
        public String css() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the bars. */
    public WeekPicture {
        bars = List.copyOf(bars);
    }

    /** Where the columns begin, with the first letter of their day. */
    public List<Column> columns() {
        return List.of(DayOfWeek.values()).stream()
                .map(day ->
                        new Column(
                                (day.getValue() - 1) * COLUMN,
                                COLUMN - 4,
                                day.getDisplayName(TextStyle.NARROW, Locale.US)))
                .toList();
    }

    /** One day of the week. */
    public record Column(int x, int width, String letter) {

        /** Where its letter stands. */
        public int middle() {
            return x + width / 2;
        }
    }

    /**
     * A picture of a week.
     *
     * @param all every group of all weeks that are shown together, so that they share one scale
     */
    static WeekPicture of(
            String title, Collection<Block> week, Collection<Block> before, Collection<Block> all) {
        int first = all.stream().mapToInt(one -> minute(one.plan().starts())).min().orElse(0);
        int last =
                all.stream()
                        .mapToInt(one -> minute(one.plan().starts()) + one.plan().minutes())
                        .max()
                        .orElse(60);
        double scale = (HEIGHT - TOP) / (double) Math.max(60, last - first);
        var earlier = Set.copyOf(before);
        var present = Set.copyOf(week);
        var bars = new ArrayList<Bar>();
        before.stream()
                .filter(one -> !present.contains(one))
                .forEach(one -> bars.add(bar(one, first, scale, State.GOES)));
        week.forEach(one ->
                bars.add(
                        bar(one, first, scale, earlier.contains(one) ? State.STAYS : State.COMES)));
        return new WeekPicture(title, hours(minutes(week)), bars, words(title, week));
    }

    /** Minutes of a week. */
    static int minutes(Collection<Block> week) {
        return week.stream().mapToInt(one -> one.plan().minutes()).sum();
    }

    /** Hours as people write them: {@code 9 h}, {@code 4.5 h}. */
    static String hours(int minutes) {
        return minutes % 60 == 0
                ? minutes / 60 + " h"
                : String.format(Locale.US, "%.1f h", minutes / 60.0);
    }

    private static Bar bar(Block one, int first, double scale, State state) {
        int y = TOP + (int) Math.round((minute(one.plan().starts()) - first) * scale);
        int height = (int) Math.max(3, Math.round(one.plan().minutes() * scale) - 1);
        return new Bar((one.day().getValue() - 1) * COLUMN, y, COLUMN - 4, height, state);
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    private static String words(String title, Collection<Block> week) {
        if (week.isEmpty()) {
            return title + ": no groups";
        }
        return title
                + ": "
                + week.stream()
                        .sorted(
                                Comparator.comparing((Block one) -> one.day())
                                        .thenComparing(one -> one.plan().starts()))
                        .map(one ->
                                one.day().getDisplayName(TextStyle.SHORT, Locale.US)
                                        + " "
                                        + TIME.format(one.plan().starts())
                                        + " "
                                        + one.plan().title())
                        .collect(Collectors.joining(", "));
    }
}
