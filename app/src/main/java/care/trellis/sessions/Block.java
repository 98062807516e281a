package care.trellis.sessions;

import java.util.UUID;

/**
 * One block of a track's week.
 *
 * @param id its id
 * @param plan what happens, and when
 * @param room the room's name; empty without one
 * @param staff the facilitators as people print them, the lead first
 */
public record Block(UUID id, BlockPlan plan, String room, String staff) {}
