package care.trellis.engine.x12.acknowledgments;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver says of an envelope (TA1).
 *
 * @param control ISA13 of the file that it speaks of
 * @param date ISA09 of that file, null when it is no date
 * @param time ISA10 of that file, four digits
 * @param code {@code A} accepted, {@code E} accepted with errors, {@code R} rejected
 * @param note {@code 000} no error, {@code 025} a duplicate control number, and so on; empty when
 *     not said
 */
public record InterchangeAcknowledgment(
        String control, @Nullable LocalDate date, String time, String code, String note) {

    /**
     * Whether the file went on.
     *
     * @return false when it was rejected
     */
    public boolean accepted() {
        return code.equals("A") || code.equals("E");
    }
}
