package care.trellis.engine.x12;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads any X12 file as a stream: tells a listener what is there and checks envelopes, counts and
 * control numbers. Memory does not grow with the file.
 */
public final class X12Reader {

    /**
     * Largest file that is read unless the caller says otherwise: 64 MiB, some 500,000 claims of a
     * remittance and less than half a minute.
     */
    public static final long LIMIT_BYTES = 64L << 20;

    private X12Reader() {}

    /**
     * Reads to the end, or to the limit. Whatever the bytes are, it ends and throws nothing of its
     * own.
     *
     * @param in the file; it is not closed
     * @param limitBytes beyond which nothing is read ({@code TOO_LARGE})
     * @param listener told what is there
     * @param problems told what is wrong
     * @throws IOException when the stream itself fails
     */
    public static void read(
            InputStream in, long limitBytes, X12Listener listener, Problems problems)
            throws IOException {
        var bytes = new Bytes(in, limitBytes);
        var raw = new RawSegments(bytes, problems);
        var source = new SegmentSource(raw, problems);
        var envelope = new Envelope(listener, problems);
        SegmentSource.Next next;
        while (!((next = source.next()) instanceof SegmentSource.Next.End)) {
            switch (next) {
                case SegmentSource.Next.Begin begin -> envelope.begin(begin);
                case SegmentSource.Next.Read read -> envelope.segment(read.segment());
                case SegmentSource.Next.Unreadable ignored -> envelope.unreadable();
                case SegmentSource.Next.End ignored -> {}
            }
        }
        if (bytes.beyondLimit()) {
            problems.error(
                    "TOO_LARGE",
                    Math.max(1, raw.position()),
                    raw.line(),
                    "The file is larger than %d bytes; the rest was not read."
                            .formatted(limitBytes));
        } else if (raw.position() == 0 && !problems.hasErrors()) {
            problems.error("NOT_X12", 1, 1, "The file is empty.");
        }
        envelope.end(raw.position(), raw.line());
    }
}
