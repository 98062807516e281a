package care.trellis.web;

import java.util.List;

/**
 * One row of a settings list, finished text.
 *
 * @param path where the row opens
 * @param cells the other columns, in the order of the list's heads
 * @param word a status in a word; empty for none
 */
public record Line(String name, String path, List<String> cells, String word, Tone tone) {

    public Line {
        cells = List.copyOf(cells);
    }

    /** A row without a status, or one that is not in use any more. */
    public static Line of(String name, String path, boolean retired, String... cells) {
        return new Line(name, path, List.of(cells), retired ? "Not in use" : "", Tone.NEUTRAL);
    }
}
