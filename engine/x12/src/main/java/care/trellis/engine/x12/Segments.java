package care.trellis.engine.x12;

import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIValidationException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes a small file into memory: what one person asks or answers, never a batch of claims. */
public final class Segments {

    private Segments() {}

    /** What stands in the file. */
    @FunctionalInterface
    public interface Body {

        /**
         * Writes the file from ISA to IEA.
         *
         * @param out where
         * @throws EDIStreamException when StAEDI cannot write
         */
        void write(SegmentWriter out) throws EDIStreamException;
    }

    /**
     * The text of a file.
     *
     * @param guide whose schema checks it; null for none
     * @param body writes it
     * @return a segment a line
     * @throws IllegalArgumentException when a value cannot stand where it was written
     */
    public static String text(@Nullable String guide, Body body) {
        var bytes = new ByteArrayOutputStream();
        try {
            body.write(new SegmentWriter(bytes, guide));
        } catch (EDIStreamException | EDIValidationException e) {
            throw new IllegalArgumentException("A value cannot stand in this file", e);
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    /**
     * Makes sure of an identifier that must come back as it was sent.
     *
     * @param value any text
     * @return the same
     * @throws IllegalArgumentException when it holds a delimiter, is empty, or begins or ends with
     *     a space
     */
    public static String exact(String value) {
        if (!Clean.isExact(value)) {
            throw new IllegalArgumentException("A value holds a delimiter or is empty");
        }
        return value;
    }
}
