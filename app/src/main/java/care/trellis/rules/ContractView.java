package care.trellis.rules;

import care.trellis.web.Event;
import care.trellis.web.Fact;
import java.util.List;

/**
 * What one contract changes in its rules; finished text.
 *
 * @param missing what keeps the rules from being asked; empty where nothing does
 * @param words every difference from the published rule set on this day, in words
 */
public record ContractView(
        String payer,
        String name,
        List<Fact> facts,
        String missing,
        List<Override> overrides,
        List<LibraryView.Waiting> waiting,
        List<String> words,
        List<RuleSetView.Rule> rules,
        List<RuleSetView.Place> places,
        List<Event> history) {

    /**
     * One published change.
     *
     * @param endPath where its end is proposed; empty where the reader may not
     */
    public record Override(
            String rule,
            String book,
            String here,
            String inForce,
            boolean now,
            String reason,
            String who,
            String path,
            String endPath) {}
}
