package care.trellis.engine.rulebook;

import org.jspecify.annotations.Nullable;

/**
 * One place in which two rulebooks differ.
 *
 * @param path where: {@code rules/day-minutes/at_least}
 * @param before what stood there; null when nothing did
 * @param after what stands there; null when nothing does
 */
public record Difference(String path, @Nullable String before, @Nullable String after) {

    /** In words: "rule day-minutes: at least changes from 180 to 150". */
    public String words() {
        if (path.equals("open")) {
            return before == null ? "left open now: " + after : "no longer left open: " + before;
        }
        if (before == null) {
            return place() + " is new: " + after;
        }
        return after == null
                ? place() + " is gone; it was: " + before
                : place() + " changes from " + before + " to " + after;
    }

    private String place() {
        var steps = path.split("/", 3);
        var what =
                switch (steps[0]) {
                    case "rules" -> "rule";
                    case "sources" -> "source";
                    case "bill" -> "bill";
                    case "claim" -> "claim";
                    default -> steps[0].replace('_', ' ');
                };
        var place = steps.length > 1 ? what + " " + steps[1] : what;
        return steps.length > 2 ? place + ": " + steps[2].replace('_', ' ') : place;
    }
}
