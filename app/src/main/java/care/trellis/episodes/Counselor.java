package care.trellis.episodes;

import care.trellis.organizations.StaffId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a client's care.
 *
 * @param name as it is printed, with credentials
 * @param to the last day; null: until another is named
 * @param recordedBy who wrote it down
 */
public record Counselor(
        StaffId staff, String name, LocalDate from, @Nullable LocalDate to, String recordedBy) {

    /** Whether it is this one on that day. */
    public boolean on(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
