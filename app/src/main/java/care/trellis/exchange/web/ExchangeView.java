package care.trellis.exchange.web;

import care.trellis.web.Tone;
import java.util.List;

/** What came and what waits, as text. */
public record ExchangeView(
        List<Row> waiting,
        List<Row> newest,
        List<LineRow> lines,
        boolean mayTake,
        boolean mayEdit) {

    /** Keeps its own copies of the lists. */
    public ExchangeView {
        waiting = List.copyOf(waiting);
        newest = List.copyOf(newest);
        lines = List.copyOf(lines);
    }

    /** One file. */
    public record Row(
            String name,
            String path,
            String source,
            String at,
            String state,
            Tone tone,
            String kinds,
            List<String> words,
            String size) {

        /** Keeps its own copy of the list. */
        public Row {
            words = List.copyOf(words);
        }
    }

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
