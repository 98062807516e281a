package care.trellis.measures.web;

import care.trellis.web.Fact;
import java.util.List;

/**
 * One alert as finished text.
 *
 * @param urgent somebody must go now
 * @param untaken nobody has taken it
 */
public record AlertView(
        String path,
        String name,
        String cause,
        String instruction,
        boolean safety,
        boolean urgent,
        boolean open,
        boolean untaken,
        List<Fact> facts,
        String note,
        String chart,
        String assess) {

    /** Copies the list. */
    public AlertView {
        facts = List.copyOf(facts);
    }
}
