package care.trellis.sessions;

import java.time.DayOfWeek;
import java.util.UUID;

/**
 * One block of a track's week. A plan of several days is a block on each of them, under one id.
 *
 * @param id of the plan
 * @param day the day of the week; of the next date, for a plan that goes by the day of the month
 * @param plan what happens, and when
 * @param room the room's name; empty without one
 * @param staff the facilitators as people print them, the lead first
 */
public record Block(UUID id, DayOfWeek day, BlockPlan plan, String room, String staff) {}
