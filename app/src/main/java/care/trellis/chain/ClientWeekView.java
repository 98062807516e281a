package care.trellis.chain;

import care.trellis.web.Fact;
import care.trellis.web.Tone;
import java.util.List;

/**
 * One client's week, day by day, as finished text.
 *
 * @param makeUpPath where sessions that make up for missed ones are offered; empty once the week is
 *     over
 */
public record ClientWeekView(
        String name,
        String initials,
        String recordNumber,
        String chartPath,
        String week,
        String ledgerPath,
        String previousPath,
        String nextPath,
        String makeUpPath,
        List<Fact> facts,
        List<Row> days,
        boolean deciding) {

    /** One day of the chain. */
    public record Row(
            String day,
            String path,
            String scheduled,
            String attended,
            String documented,
            String countable,
            String authorized,
            String state,
            Tone tone,
            String fix,
            String owner,
            String amount,
            String claimed,
            String paid) {}
}
