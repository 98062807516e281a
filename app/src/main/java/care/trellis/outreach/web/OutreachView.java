package care.trellis.outreach.web;

import care.trellis.web.Choice;
import care.trellis.web.Tab;
import care.trellis.web.Tone;
import java.util.List;
import java.util.UUID;

/**
 * The same-day list as finished text.
 *
 * @param open how many are still looked for
 * @param late how many have a step overdue
 * @param settled how many were settled since yesterday
 * @param untold how many are missing today and were not written to
 */
public record OutreachView(
        String open,
        String late,
        String settled,
        int untold,
        List<Tab> tabs,
        List<Card> cards,
        List<Settled> done) {

    /** Keeps its own copies of the lists. */
    public OutreachView {
        tabs = List.copyOf(tabs);
        cards = List.copyOf(cards);
        done = List.copyOf(done);
    }

    /**
     * One absence that is open.
     *
     * @param anchor the id that the home page links to
     * @param missed what was missed, and when
     * @param clock by when the next step is due, in words
     * @param call a {@code tel:} address; empty where no number is on record
     * @param contacts emergency contacts with their numbers
     * @param error what was wrong with the form of this card; empty for none
     */
    public record Card(
            String anchor,
            String path,
            String chart,
            String name,
            String missed,
            String owner,
            boolean mine,
            String clock,
            Tone tone,
            String phone,
            String call,
            boolean written,
            List<Rung> rungs,
            List<Line> lines,
            List<String> contacts,
            List<Choice> steps,
            List<Choice> results,
            List<Choice> outcomes,
            UUID key,
            String error) {

        /** Keeps its own copies of the lists. */
        public Card {
            rungs = List.copyOf(rungs);
            lines = List.copyOf(lines);
            contacts = List.copyOf(contacts);
            steps = List.copyOf(steps);
            results = List.copyOf(results);
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * One step of the ladder.
     *
     * @param state done, next or later: a style
     * @param word the same in a word, for those who do not see it
     */
    public record Rung(String title, String by, String state, String word) {}

    /** What was done. */
    public record Line(String when, String what, String words, String by) {}

    /** One that is settled. */
    public record Settled(String name, String chart, String missed, String outcome, Tone tone) {}
}
