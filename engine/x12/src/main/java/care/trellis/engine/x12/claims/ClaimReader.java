package care.trellis.engine.x12.claims;

import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.TransactionParser;
import care.trellis.engine.x12.X12Reader;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the claims of 837I and 837P files. What our records do not know, such as other payers or
 * ambulance data, is passed over; what a record needs and the file lacks comes as empty text, so
 * that {@link ClaimWriter} would refuse it by name.
 */
public final class ClaimReader {

    private ClaimReader() {}

    /**
     * Reads to the end, in memory that does not grow with the file.
     *
     * @param in the file; it is not closed
     * @param limitBytes beyond which nothing is read
     * @param listener told of each claim
     * @param problems told what is wrong
     * @throws IOException when the stream itself fails
     */
    public static void stream(
            InputStream in, long limitBytes, ClaimListener listener, Problems problems)
            throws IOException {
        X12Reader.read(
                in,
                limitBytes,
                TransactionParser.each((header, start) ->
                        header.type().equals("837") ? new ClaimParser(listener, problems) : null),
                problems);
    }
}
