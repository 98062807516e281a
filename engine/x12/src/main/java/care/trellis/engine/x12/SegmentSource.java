package care.trellis.engine.x12;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Segments of a file, one at a time, parsed by StAEDI behind {@link RawSegments}. Each interchange
 * is a StAEDI reader of its own; what StAEDI will not read costs that one segment, never the rest.
 */
final class SegmentSource {

    /** What comes next. */
    sealed interface Next {

        /** An interchange begins. */
        record Begin(InterchangeHeader header, int position, int line) implements Next {}

        /** A segment, envelope segments other than ISA included. */
        record Read(Segment segment) implements Next {}

        /** A segment that could not be read; it still counts. */
        record Unreadable(int position, int line) implements Next {}

        /** There is no more. */
        record End() implements Next {}
    }

    private static final EDIInputFactory FACTORY = factory();
    private static final String ISA =
            "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *000101*0000*^*00501*000000000*0*P*:~"
                    .replace('*', RawSegment.ELEMENT)
                    .replace('^', Segment.REPEAT)
                    .replace(':', Segment.COMPONENT)
                    .replace('~', RawSegment.TERMINATOR);

    private final RawSegments raw;
    private final Problems problems;
    private final Feed feed = new Feed();
    private @Nullable EDIStreamReader reader;
    private @Nullable RawSegment pending;
    private boolean begun;

    SegmentSource(RawSegments raw, Problems problems) {
        this.raw = raw;
        this.problems = problems;
    }

    private static EDIInputFactory factory() {
        var factory = EDIInputFactory.newFactory();
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
        return factory;
    }

    Next next() throws IOException {
        var coming = pending == null ? raw.next() : pending;
        pending = null;
        if (coming == null) {
            return new Next.End();
        }
        if (coming.header() != null) {
            begun = true;
            reader = null;
            return new Next.Begin(coming.header(), coming.position(), coming.line());
        }
        if (!begun) {
            begun = true;
            pending = coming;
            return new Next.Begin(InterchangeHeader.NONE, coming.position(), coming.line());
        }
        if (!coming.hasPossibleTag()) {
            problems.error(
                    "BAD_SEGMENT_ID",
                    coming.position(),
                    coming.line(),
                    "A segment is skipped: its tag is not two or three capitals and digits.");
            return new Next.Unreadable(coming.position(), coming.line());
        }
        try {
            return new Next.Read(parse(coming));
        } catch (EDIStreamException | RuntimeException e) {
            reader = null;
            problems.error(
                    "UNREADABLE_SEGMENT",
                    coming.position(),
                    coming.line(),
                    "A segment is skipped: its elements cannot be told apart.");
            return new Next.Unreadable(coming.position(), coming.line());
        }
    }

    private Segment parse(RawSegment coming) throws EDIStreamException {
        var current = reader;
        if (current == null) {
            feed.offer(ISA);
            current = FACTORY.createEDIStreamReader(feed);
            reader = current;
            while (current.next() != EDIStreamEvent.END_SEGMENT) {
                continue;
            }
        }
        feed.offer(coming.text() + RawSegment.TERMINATOR);
        var elements = new ArrayList<String>();
        var element = new StringBuilder();
        int at = 0;
        int component = 0;
        int occurrence = 0;
        while (true) {
            var event = current.next();
            if (event == EDIStreamEvent.END_SEGMENT) {
                break;
            }
            if (event == EDIStreamEvent.ELEMENT_DATA) {
                var location = current.getLocation();
                if (location.getElementPosition() != at) {
                    add(elements, element, at);
                    at = location.getElementPosition();
                    component = 0;
                    occurrence = 1;
                }
                while (occurrence < location.getElementOccurrence()) {
                    element.append(Segment.REPEAT);
                    occurrence++;
                    component = 0;
                }
                while (component < location.getComponentPosition()) {
                    if (component > 0) {
                        element.append(Segment.COMPONENT);
                    }
                    component++;
                }
                element.append(current.getText());
            }
        }
        add(elements, element, at);
        return new Segment(coming.tag(), List.copyOf(elements), coming.position(), coming.line());
    }

    private static void add(List<String> elements, StringBuilder element, int at) {
        if (at == 0) {
            return;
        }
        while (elements.size() < at - 1) {
            elements.add("");
        }
        elements.add(element.toString());
        element.setLength(0);
    }

    /** Hands StAEDI one segment at a time, so that it never reads ahead of us. */
    private static final class Feed extends InputStream {

        private final Deque<byte[]> offered = new ArrayDeque<>();
        private byte[] current = {};
        private int next;

        void offer(String text) {
            offered.add(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read() {
            while (next == current.length) {
                var more = offered.poll();
                if (more == null) {
                    return -1;
                }
                current = more;
                next = 0;
            }
            return current[next++] & 0xFF;
        }
    }
}
