package care.trellis.engine.x12;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Makes records of the segments of one transaction, as they come. */
public interface TransactionParser {

    /**
     * Takes the next segment.
     *
     * @param segment of this transaction, ST and SE left out
     */
    void segment(Segment segment);

    /** The transaction is over, by its SE or by whatever cut it off. */
    void end();

    /**
     * Gives each transaction of a file to a parser of its own.
     *
     * @param parsers makes the parser of a transaction from its header and its ST; null passes over
     *     one that is of no interest
     * @return a listener for {@link X12Reader#read}
     */
    static X12Listener each(
            BiFunction<TransactionHeader, Segment, @Nullable TransactionParser> parsers) {
        return new X12Listener() {

            private @Nullable TransactionParser parser;

            @Override
            public void transaction(TransactionHeader header, Segment segment) {
                parser = parsers.apply(header, segment);
            }

            @Override
            public void segment(Segment segment) {
                if (parser != null) {
                    parser.segment(segment);
                }
            }

            @Override
            public void endTransaction() {
                if (parser != null) {
                    parser.end();
                    parser = null;
                }
            }
        };
    }
}
