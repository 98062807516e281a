package care.trellis.engine.x12.statuses;

import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.TransactionParser;
import care.trellis.engine.x12.X12Listener;
import care.trellis.engine.x12.X12Reader;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads 277CA and 277 out of a file, and the questions out of a 276. */
public final class StatusReader {

    private StatusReader() {}

    /**
     * Reads to the end, in memory that does not grow with the file.
     *
     * @param in the file; it is not closed
     * @param limitBytes beyond which nothing is read
     * @param reports told of each claim
     * @param problems told what is wrong
     * @throws IOException when the stream itself fails
     */
    public static void stream(
            InputStream in, long limitBytes, Consumer<StatusReport> reports, Problems problems)
            throws IOException {
        X12Reader.read(in, limitBytes, listener(reports, problems), problems);
    }

    /**
     * The same as a listener, for a file that is read for other things too.
     *
     * @param reports told of each claim
     * @param problems told of amounts that are none
     * @return a listener for {@link X12Reader#read}
     */
    public static X12Listener listener(Consumer<StatusReport> reports, Problems problems) {
        return TransactionParser.each((header, start) ->
                header.type().equals("277") ? new StatusParser(header, reports, problems) : null);
    }

    /**
     * Reads what was asked.
     *
     * @param in a 276; it is not closed
     * @param limitBytes beyond which nothing is read
     * @param questions told of each; one without days of service is named as a problem
     * @param problems told what is wrong
     * @throws IOException when the stream itself fails
     */
    public static void questions(
            InputStream in, long limitBytes, Consumer<StatusQuestion> questions, Problems problems)
            throws IOException {
        X12Reader.read(
                in,
                limitBytes,
                TransactionParser.each((header, start) ->
                        header.type().equals("276")
                                ? new QuestionParser(questions, problems)
                                : null),
                problems);
    }
}
