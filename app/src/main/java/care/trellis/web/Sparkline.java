package care.trellis.web;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A line of scores, small enough for a table cell.
 *
 * @param scores oldest first
 * @param floor lowest possible score, drawn at the bottom
 * @param ceiling highest possible score, drawn at the top
 * @param words the same in words, for those who do not see the line
 */
public record Sparkline(List<Integer> scores, int floor, int ceiling, String words, Tone tone) {

    private static final double WIDTH = 84;
    private static final double HEIGHT = 20;

    public Sparkline {
        scores = List.copyOf(scores);
        if (ceiling <= floor) {
            throw new IllegalArgumentException(
                    "A scale from %d to %d has no height".formatted(floor, ceiling));
        }
    }

    /** Coordinates for an SVG polyline in a box of 88 by 24. */
    public String points() {
        var step = scores.size() < 2 ? 0 : WIDTH / (scores.size() - 1);
        return IntStream.range(0, scores.size())
                .mapToObj(i ->
                        String.format(Locale.ROOT, "%.1f,%.1f", 2 + i * step, y(scores.get(i))))
                .collect(joining(" "));
    }

    /** Height of the newest score's dot in the same box. */
    public String lastY() {
        return scores.isEmpty() ? "22" : String.format(Locale.ROOT, "%.1f", y(scores.getLast()));
    }

    private double y(int score) {
        var share = (double) (score - floor) / (ceiling - floor);
        return 2 + HEIGHT * (1 - Math.clamp(share, 0.0, 1.0));
    }
}
