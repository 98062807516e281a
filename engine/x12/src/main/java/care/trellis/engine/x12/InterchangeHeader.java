package care.trellis.engine.x12;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an ISA says. All are null for a file without an envelope.
 *
 * @param control ISA13
 * @param sender ISA06 without padding
 * @param receiver ISA08 without padding
 * @param date ISA09, null when it is no date
 * @param test true when ISA15 is T
 */
public record InterchangeHeader(
        @Nullable String control,
        @Nullable String sender,
        @Nullable String receiver,
        @Nullable LocalDate date,
        boolean test) {

    static final InterchangeHeader NONE = new InterchangeHeader(null, null, null, null, false);
}
