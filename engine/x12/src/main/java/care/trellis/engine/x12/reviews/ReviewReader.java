package care.trellis.engine.x12.reviews;

import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.TransactionParser;
import care.trellis.engine.x12.X12Listener;
import care.trellis.engine.x12.X12Reader;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads the requests and answers of 278 files. */
public final class ReviewReader {

    private ReviewReader() {}

    /**
     * Reads to the end, in memory that does not grow with the file.
     *
     * @param in the file; it is not closed
     * @param limitBytes beyond which nothing is read
     * @param requests told of each request
     * @param answers told of each answer
     * @param problems told what is wrong
     * @throws IOException when the stream itself fails
     */
    public static void stream(
            InputStream in,
            long limitBytes,
            Consumer<ReviewRequest> requests,
            Consumer<ReviewAnswer> answers,
            Problems problems)
            throws IOException {
        X12Reader.read(in, limitBytes, listener(requests, answers), problems);
    }

    /**
     * The same as a listener, for a file that is read for other things too.
     *
     * @param requests told of each request
     * @param answers told of each answer
     * @return a listener for {@link X12Reader#read}
     */
    public static X12Listener listener(
            Consumer<ReviewRequest> requests, Consumer<ReviewAnswer> answers) {
        return TransactionParser.each((header, start) ->
                header.type().equals("278") ? new ReviewParser(requests, answers) : null);
    }
}
