package care.trellis.engine.x12.acknowledgments;

import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.Segment;
import care.trellis.engine.x12.TransactionHeader;
import care.trellis.engine.x12.TransactionParser;
import care.trellis.engine.x12.Values;
import care.trellis.engine.x12.X12Listener;
import care.trellis.engine.x12.X12Reader;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads TA1 and 999 out of a file; everything else in it is passed over. */
public final class AcknowledgmentReader {

    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private AcknowledgmentReader() {}

    /**
     * Reads to the end, in memory that does not grow with the file.
     *
     * @param in the file; it is not closed
     * @param limitBytes beyond which nothing is read
     * @param listener told of each acknowledgment
     * @param problems told what is wrong
     * @throws IOException when the stream itself fails
     */
    public static void stream(
            InputStream in, long limitBytes, AcknowledgmentListener listener, Problems problems)
            throws IOException {
        X12Reader.read(in, limitBytes, listener(listener), problems);
    }

    /**
     * The same as a listener, for a file that is read for other things too.
     *
     * @param listener told of each acknowledgment
     * @return a listener for {@link X12Reader#read}
     */
    public static X12Listener listener(AcknowledgmentListener listener) {
        var sets =
                TransactionParser.each((header, start) ->
                        header.type().equals("999") || header.type().equals("997")
                                ? new GroupParser(listener)
                                : null);
        return new X12Listener() {

            @Override
            public void control(Segment segment) {
                if (segment.tag().equals("TA1")) {
                    listener.interchange(
                            new InterchangeAcknowledgment(
                                    segment.text(1),
                                    date(segment.text(2)),
                                    segment.text(3),
                                    segment.text(4),
                                    segment.text(5)));
                }
            }

            @Override
            public void transaction(TransactionHeader header, Segment segment) {
                sets.transaction(header, segment);
            }

            @Override
            public void segment(Segment segment) {
                sets.segment(segment);
            }

            @Override
            public void endTransaction() {
                sets.endTransaction();
            }
        };
    }

    /** TA102 has six digits; some senders write eight. */
    private static @Nullable LocalDate date(String text) {
        try {
            return text.length() == 6 ? LocalDate.parse(text, SHORT_DAY) : Values.date(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
