package care.trellis.sessions;

import care.trellis.organizations.ProgramId;
import care.trellis.organizations.SiteId;
import java.time.ZoneId;
import java.util.List;

/**
 * A track: the week that its clients attend together.
 *
 * @param zone the site's time zone, in which the blocks are planned
 * @param enrolled clients enrolled today
 * @param blocks its week, Monday's first block first; blocks that have ended are left out
 */
public record Track(
        TrackId id,
        String name,
        ProgramId program,
        String programName,
        SiteId site,
        String siteName,
        ZoneId zone,
        int enrolled,
        List<Block> blocks) {

    public Track {
        blocks = List.copyOf(blocks);
    }

    /** The same track with its week. */
    Track with(List<Block> week) {
        return new Track(id, name, program, programName, site, siteName, zone, enrolled, week);
    }

    /** Planned minutes of an ordinary week; what comes every second week counts half. */
    public int minutesPerWeek() {
        return (int) Math.round(blocks.stream().map(Block::plan).mapToDouble(Track::perWeek).sum());
    }

    private static double perWeek(BlockPlan plan) {
        var rule = plan.recurrence();
        return plan.minutes() * rule.perWeek() / Math.max(1, rule.days().size());
    }
}
