package care.trellis.exchange;

import care.trellis.engine.x12.Problem;
import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.Segment;
import care.trellis.engine.x12.TransactionHeader;
import care.trellis.engine.x12.X12Listener;
import care.trellis.engine.x12.X12Reader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a file holds, found before anything of it is taken.
 *
 * @param kinds the transactions, 277CA told from 277, TA1 among them
 * @param problems why it cannot be relied upon, a sentence each with the line
 */
record Contents(Set<String> kinds, List<String> problems) {

    private static final int MOST_PROBLEMS = 10;

    static Contents of(byte[] content) {
        var problems = new Problems();
        var kinds = new TreeSet<String>();
        try {
            X12Reader.read(
                    new ByteArrayInputStream(content),
                    X12Reader.LIMIT_BYTES,
                    new Kinds(kinds),
                    problems);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Contents(
                kinds,
                problems.list().stream()
                        .filter(Problem::isError)
                        .limit(MOST_PROBLEMS)
                        .map(problem -> "Line " + problem.line() + ": " + problem.text())
                        .toList());
    }

    /** Listens for what begins. */
    private static final class Kinds implements X12Listener {

        private final Set<String> kinds;
        private boolean unsure;

        Kinds(Set<String> kinds) {
            this.kinds = kinds;
        }

        @Override
        public void control(Segment segment) {
            if (segment.tag().equals("TA1")) {
                kinds.add("TA1");
            }
        }

        @Override
        public void transaction(TransactionHeader header, Segment segment) {
            unsure = header.type().equals("277") && !header.follows("X214");
            if (!unsure) {
                kinds.add(header.type().equals("277") ? "277CA" : header.type());
            }
        }

        @Override
        public void segment(Segment segment) {
            if (unsure) {
                kinds.add(
                        segment.tag().equals("BHT") && segment.text(1).equals("0085")
                                ? "277CA"
                                : "277");
                unsure = false;
            }
        }
    }
}
