package care.trellis.engine.rulebook;

import java.util.List;

/**
 * The answer to one client's week.
 *
 * @param rulebookId the rule set that decided
 * @param rulebookVersion the version of it
 * @param days in the order of their dates, one for each date with a session
 * @param violations codes of the license and program rules that the week breaks, in alphabetical
 *     order
 */
public record Decision(
        String rulebookId,
        String rulebookVersion,
        List<DayDecision> days,
        WeekDecision week,
        ClaimDecision claim,
        List<String> violations) {}
