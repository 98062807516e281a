package care.trellis.engine.x12.benefits;

import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.TransactionParser;
import care.trellis.engine.x12.X12Listener;
import care.trellis.engine.x12.X12Reader;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads 271, and the questions of a 270. */
public final class BenefitReader {

    private BenefitReader() {}

    /**
     * Reads to the end, in memory that does not grow with the file.
     *
     * @param in the file; it is not closed
     * @param limitBytes beyond which nothing is read
     * @param answers told of each member's
     * @param problems told what is wrong
     * @throws IOException when the stream itself fails
     */
    public static void stream(
            InputStream in, long limitBytes, Consumer<BenefitAnswer> answers, Problems problems)
            throws IOException {
        X12Reader.read(in, limitBytes, listener(answers, problems), problems);
    }

    /**
     * The same as a listener, for a file that is read for other things too.
     *
     * @param answers told of each member's
     * @param problems told of amounts that are none
     * @return a listener for {@link X12Reader#read}
     */
    public static X12Listener listener(Consumer<BenefitAnswer> answers, Problems problems) {
        return TransactionParser.each((header, start) ->
                header.type().equals("271") ? new BenefitParser(answers, problems) : null);
    }

    /**
     * Reads what was asked.
     *
     * @param in a 270; it is not closed
     * @param limitBytes beyond which nothing is read
     * @param questions told of each; one without a day is asked for the day of the file
     * @param problems told what is wrong
     * @throws IOException when the stream itself fails
     */
    public static void questions(
            InputStream in, long limitBytes, Consumer<BenefitQuestion> questions, Problems problems)
            throws IOException {
        X12Reader.read(
                in,
                limitBytes,
                TransactionParser.each((header, start) ->
                        header.type().equals("270") ? new QuestionParser(questions) : null),
                problems);
    }
}
