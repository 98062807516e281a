package care.trellis.sessions;

import care.trellis.organizations.StaffId;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Days on which a member of staff is away.
 *
 * @param name first and last name
 * @param to the last day; the same as {@code from} for one day
 * @param uncovered sessions of these days, still ahead, that this person leads and nobody covers
 * @param covered sessions of these days that somebody covers
 */
public record Leave(
        UUID id,
        StaffId staff,
        String name,
        LocalDate from,
        LocalDate to,
        int uncovered,
        int covered) {

    /** Names nobody: logs may hold it. */
    @Override
    public String toString() {
        return "Leave[" + id + " " + from + " " + to + "]";
    }
}
