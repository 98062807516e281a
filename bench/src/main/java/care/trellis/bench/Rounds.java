package care.trellis.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * CPU milliseconds per operation, gathered round after round. The median speaks: one round in which
 * the machine was busy with something else does not.
 */
final class Rounds {

    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    /** Keeps what one round says. */
    void add(String what, double millisPerOperation) {
        values.computeIfAbsent(what, first -> new ArrayList<>()).add(millisPerOperation);
    }

    /** Whether anything was measured under this name. */
    boolean has(String what) {
        return values.containsKey(what);
    }

    /**
     * The median of the rounds.
     *
     * @throws IllegalArgumentException when nothing was measured under this name
     */
    double of(String what) {
        var rounds = values.get(what);
        if (rounds == null) {
            throw new IllegalArgumentException("Not measured: " + what);
        }
        var sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Every figure with its rounds, one a line, in CPU milliseconds. */
    String table() {
        var table = new StringBuilder();
        values.forEach((what, rounds) -> {
            table.append(String.format(Locale.ROOT, "  %-34s %9.3f   of", what, of(what)));
            rounds.forEach(round -> table.append(String.format(Locale.ROOT, " %.3f", round)));
            table.append('\n');
        });
        return table.toString();
    }
}
