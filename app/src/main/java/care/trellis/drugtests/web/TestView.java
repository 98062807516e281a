package care.trellis.drugtests.web;

import care.trellis.web.Choice;
import care.trellis.web.Event;
import care.trellis.web.Fact;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.util.List;

/**
 * One test.
 *
 * @param path of the client's chart
 * @param target below which everything is written down
 * @param due whether a specimen is to be collected
 * @param here whether the specimen is here to be passed on
 * @param handed whether somebody is to accept it
 * @param chain what happened to the specimen, oldest first
 * @param mayRead whether the reader may see results
 */
public record TestView(
        String path,
        String target,
        String name,
        String title,
        String state,
        Tone tone,
        String specimen,
        List<Fact> facts,
        boolean due,
        boolean here,
        boolean handed,
        List<Event> chain,
        boolean intact,
        Form collect,
        Form miss,
        List<Choice> misses,
        Form pass,
        List<Choice> passes,
        boolean mayRead,
        boolean mayWrite,
        boolean collected,
        List<Found> results,
        Form result,
        List<Choice> kinds,
        List<Choice> states,
        List<Line> lines,
        List<Talk> talks) {

    /** Copies the lists. */
    public TestView {
        facts = List.copyOf(facts);
        chain = List.copyOf(chain);
        misses = List.copyOf(misses);
        passes = List.copyOf(passes);
        results = List.copyOf(results);
        kinds = List.copyOf(kinds);
        states = List.copyOf(states);
        lines = List.copyOf(lines);
        talks = List.copyOf(talks);
    }

    /**
     * A result that is on record.
     *
     * @param before what was said until it was corrected, a sentence each
     */
    public record Found(
            String title,
            String when,
            String verdict,
            Tone tone,
            List<Substance> substances,
            String note,
            List<String> before) {

        /** Copies the list. */
        public Found {
            substances = List.copyOf(substances);
            before = List.copyOf(before);
        }
    }

    /** One substance of a result. */
    public record Substance(
            String title, String outcome, Tone tone, String value, String cutoff, String beside) {}

    /** One substance in the form of a result. */
    public record Line(String id, String title, String outcome, String value) {}

    /** A talk that is owed, or was. */
    public record Talk(
            String target,
            String title,
            String how,
            String due,
            boolean open,
            Form form,
            List<Choice> steps,
            List<Event> history) {

        /** Copies the lists. */
        public Talk {
            steps = List.copyOf(steps);
            history = List.copyOf(history);
        }
    }
}
