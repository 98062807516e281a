package care.trellis.engine.x12;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIOutputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamWriter;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes one interchange through StAEDI. Envelopes, their control numbers and counts are right by
 * construction: the caller says what starts and ends, never how many segments there were. With a
 * guide's schema every segment is checked as it is written.
 *
 * <p>Delimiters are {@code * : ^ ~}; each segment stands on a line of its own.
 */
public final class SegmentWriter {

    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
    private static final Schema ENVELOPE = envelope();
    private static final Map<String, Schema> GUIDES = new ConcurrentHashMap<>();

    private final EDIStreamWriter out;
    private final @Nullable Schema guide;
    private int control;
    private int transactions;
    private int segments;
    private String transactionControl = "";

    /**
     * Starts a file.
     *
     * @param stream where the bytes go; it is not closed
     * @param guide such as {@code 005010X223A2}, to check each transaction by our schema of that
     *     name; null to check envelopes only
     */
    public SegmentWriter(OutputStream stream, @Nullable String guide) {
        var factory = EDIOutputFactory.newFactory();
        factory.setProperty(EDIOutputFactory.PRETTY_PRINT, true);
        this.out = factory.createEDIStreamWriter(stream);
        out.setControlSchema(ENVELOPE);
        this.guide = guide == null ? null : GUIDES.computeIfAbsent(guide, SegmentWriter::load);
    }

    private static Schema envelope() {
        try {
            return SchemaFactory.newFactory().getControlSchema("X12", new String[] {"00501"});
        } catch (EDISchemaException e) {
            throw new IllegalStateException("StAEDI's schema of the envelope cannot be read", e);
        }
    }

    private static Schema load(String name) {
        var resource = SegmentWriter.class.getResource(name + ".xml");
        if (resource == null) {
            throw new IllegalArgumentException("No schema for " + name);
        }
        try {
            return SchemaFactory.newFactory().createSchema(resource);
        } catch (EDISchemaException e) {
            throw new IllegalStateException("The schema of " + name + " cannot be read", e);
        }
    }

    /**
     * Opens the interchange and its one functional group.
     *
     * @param kind GS01: {@code HC} claims, {@code HP} remittances
     * @param version GS08, such as {@code 005010X223A2}
     * @param sender ISA06 and GS02, at most 15 characters
     * @param receiver ISA08 and GS03, at most 15 characters
     * @param controlNumber 1 to 999,999,999
     * @param at when it was made
     * @param test true for test data
     * @throws EDIStreamException when StAEDI cannot write
     */
    public void start(
            String kind,
            String version,
            String sender,
            String receiver,
            int controlNumber,
            LocalDateTime at,
            boolean test)
            throws EDIStreamException {
        interchange(sender, receiver, controlNumber, at, test);
        raw(
                "GS",
                kind,
                sender,
                receiver,
                DAY.format(at),
                TIME.format(at),
                String.valueOf(controlNumber),
                "X",
                version);
    }

    /**
     * Opens the interchange and its one functional group.
     *
     * @param kind GS01, such as {@code HS} questions about benefits
     * @param version GS08, such as {@code 005010X279A1}
     * @param interchange who sends to whom, and when
     * @throws EDIStreamException when StAEDI cannot write
     */
    public void start(String kind, String version, Interchange interchange)
            throws EDIStreamException {
        start(
                kind,
                version,
                interchange.submitter().id(),
                interchange.receiver().id(),
                interchange.controlNumber(),
                interchange.at(),
                interchange.test());
    }

    /**
     * Opens an interchange that holds no group, only what answers another.
     *
     * @param interchange who sends to whom, and when
     * @throws EDIStreamException when StAEDI cannot write
     */
    public void startInterchange(Interchange interchange) throws EDIStreamException {
        interchange(
                interchange.submitter().id(),
                interchange.receiver().id(),
                interchange.controlNumber(),
                interchange.at(),
                interchange.test());
    }

    /**
     * Writes a segment that stands outside of any group, such as TA1.
     *
     * @param tag of it
     * @param elements as {@link #segment}
     * @throws EDIStreamException when StAEDI cannot write
     */
    public void control(String tag, @Nullable Object... elements) throws EDIStreamException {
        raw(tag, elements);
    }

    /**
     * Closes an interchange that holds no group.
     *
     * @throws EDIStreamException when StAEDI cannot write
     */
    public void endInterchange() throws EDIStreamException {
        trailer(0);
    }

    private void interchange(
            String sender, String receiver, int controlNumber, LocalDateTime at, boolean test)
            throws EDIStreamException {
        control = controlNumber;
        out.startInterchange();
        raw(
                "ISA",
                "00",
                " ".repeat(10),
                "00",
                " ".repeat(10),
                "ZZ",
                "%-15s".formatted(sender),
                "ZZ",
                "%-15s".formatted(receiver),
                SHORT_DAY.format(at),
                TIME.format(at),
                "^",
                "00501",
                "%09d".formatted(controlNumber),
                "0",
                test ? "T" : "P",
                ":");
    }

    /**
     * Opens a transaction; its control number is its place in the file.
     *
     * @param type ST01, such as {@code 837}
     * @param version ST03; null where the guide has none (835)
     * @throws EDIStreamException when StAEDI cannot write
     */
    public void startTransaction(String type, @Nullable String version) throws EDIStreamException {
        transactions++;
        segments = 1;
        transactionControl = "%04d".formatted(transactions);
        if (guide != null) {
            out.setTransactionSchema(guide);
        }
        raw("ST", type, transactionControl, version);
    }

    /**
     * Writes one segment.
     *
     * @param tag such as {@code NM1}
     * @param elements a string, a list of strings for a composite, or null for an empty element;
     *     empty ones at the end are left out
     * @throws EDIStreamException when StAEDI cannot write
     * @throws io.xlate.edi.stream.EDIValidationException when the guide does not allow it here
     */
    public void segment(String tag, @Nullable Object... elements) throws EDIStreamException {
        segments++;
        raw(tag, elements);
    }

    /**
     * Closes the transaction with its count.
     *
     * @throws EDIStreamException when StAEDI cannot write
     */
    public void endTransaction() throws EDIStreamException {
        segments++;
        raw("SE", String.valueOf(segments), transactionControl);
    }

    /**
     * Closes the group and the interchange.
     *
     * @throws EDIStreamException when StAEDI cannot write
     */
    public void end() throws EDIStreamException {
        raw("GE", String.valueOf(transactions), String.valueOf(control));
        trailer(1);
    }

    private void trailer(int groups) throws EDIStreamException {
        raw("IEA", String.valueOf(groups), "%09d".formatted(control));
        out.endInterchange();
        out.flush();
    }

    private void raw(String tag, @Nullable Object... elements) throws EDIStreamException {
        int last = elements.length;
        while (last > 0 && isEmpty(elements[last - 1])) {
            last--;
        }
        out.writeStartSegment(tag);
        for (int i = 0; i < last; i++) {
            var element = elements[i];
            if (element instanceof List<?> components) {
                out.writeStartElement();
                for (var component : components) {
                    out.writeComponent(String.valueOf(component));
                }
                out.endElement();
            } else if (isEmpty(element)) {
                out.writeEmptyElement();
            } else {
                out.writeElement(String.valueOf(element));
            }
        }
        out.writeEndSegment();
    }

    private static boolean isEmpty(@Nullable Object element) {
        return element == null
                || element instanceof String text && text.isEmpty()
                || element instanceof List<?> components && components.isEmpty();
    }
}
