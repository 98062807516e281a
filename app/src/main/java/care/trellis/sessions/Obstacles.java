package care.trellis.sessions;

import java.util.List;

/**
 * Why a room or a member of staff cannot be had at a time, and who or what is free then.
 *
 * @param conflicts what is in the way, the earliest first; at most ten
 * @param freeRooms rooms of the site that are free at the first of these times, the smallest first
 * @param freeStaff staff who are free, not away and licensed then, by name
 */
public record Obstacles(List<Conflict> conflicts, List<String> freeRooms, List<String> freeStaff) {

    /** Copies the lists. */
    public Obstacles {
        conflicts = List.copyOf(conflicts);
        freeRooms = List.copyOf(freeRooms);
        freeStaff = List.copyOf(freeStaff);
    }

    /** Whether nothing is in the way. */
    public boolean none() {
        return conflicts.isEmpty();
    }

    /** Names nobody: logs may hold it. */
    @Override
    public String toString() {
        return "Obstacles" + conflicts;
    }
}
