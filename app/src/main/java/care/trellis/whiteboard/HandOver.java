package care.trellis.whiteboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one shift handed to the next. It never changes once it is signed; who takes it over taps
 * each box and signs too.
 *
 * @param words what stands in each box
 * @param read the boxes that the one who comes has tapped
 * @param takenAt null as long as nobody signed for it
 */
public record HandOver(
        UUID id,
        UUID site,
        LocalDate day,
        Map<Box, String> words,
        Instant signedAt,
        UUID signedBy,
        String signedByName,
        Set<Box> read,
        @Nullable Instant takenAt,
        String takenByName) {

    public HandOver {
        words = Map.copyOf(words);
        read = Set.copyOf(read);
    }

    /** Whether both signed. */
    public boolean isTaken() {
        return takenAt != null;
    }

    @Override
    public String toString() {
        return "HandOver[" + id + "]";
    }
}
