package care.trellis.outreach.web;

import care.trellis.web.Tab;
import care.trellis.web.Tone;
import java.util.List;

/** The early warning as finished text. */
public record WarningView(
        String act,
        String watch,
        String steady,
        List<Tab> tabs,
        List<Card> cards,
        List<Rule> rules,
        String bounds) {

    /** Keeps its own copies of the lists. */
    public WarningView {
        tabs = List.copyOf(tabs);
        cards = List.copyOf(cards);
        rules = List.copyOf(rules);
    }

    /**
     * One person.
     *
     * @param since week of the stay, in words
     * @param most the longest bar there is
     */
    public record Card(
            String name,
            String chart,
            String program,
            String since,
            String band,
            Tone tone,
            int points,
            int most,
            List<Reason> reasons,
            List<Play> plays) {

        /** Keeps its own copies of the lists. */
        public Card {
            reasons = List.copyOf(reasons);
            plays = List.copyOf(plays);
        }
    }

    /** Why. */
    public record Reason(String title, String evidence, String points) {}

    /** What to do. */
    public record Play(String title, String text, String icon) {}

    /** One sign with its points and source. */
    public record Rule(String title, String points, String more, String source) {}
}
