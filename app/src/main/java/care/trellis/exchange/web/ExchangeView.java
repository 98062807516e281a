package care.trellis.exchange.web;

import care.trellis.web.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came and what waits, as text.
 *
 * @param problem why something was not done; empty when nothing is wrong
 */
public record ExchangeView(
        List<Row> waiting,
        List<Row> newest,
        List<LineRow> lines,
        String problem,
        boolean mayTake,
        boolean mayEdit) {

    /** Keeps its own copies of the lists. */
    public ExchangeView {
        waiting = List.copyOf(waiting);
        newest = List.copyOf(newest);
        lines = List.copyOf(lines);
    }

    /**
     * One file.
     *
     * @param second what a second person may do about it; null where it repeats no payment
     */
    public record Row(
            String name,
            String path,
            String source,
            String at,
            String state,
            Tone tone,
            String kinds,
            List<String> words,
            String size,
            @Nullable Second second) {

        /** Keeps its own copy of the list. */
        public Row {
            words = List.copyOf(words);
        }
    }

    /**
     * A second person's part.
     *
     * @param asked who asked for it, when and why; empty where nobody did
     * @param path where the request is answered or taken back; where it is made while nobody did
     * @param key of a new request
     */
    public record Second(String asked, String path, String key, boolean mine, boolean mayAnswer) {}

    /** One clearinghouse. */
    public record LineRow(
            String name,
            String path,
            String host,
            String ran,
            String problem,
            Tone tone,
            String state) {}
}
