package care.trellis.safety.web;

import care.trellis.web.Choice;
import care.trellis.web.Event;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.util.List;

/**
 * What stands between one client and danger, as finished text.
 *
 * @param path of the client's chart
 * @param name first name and last initial
 * @param onCall who answers, and on which number; empty while nobody is on call
 * @param papers the crisis plan and the plan against relapse
 * @param raise the form that raises a flag
 */
public record SafetyView(
        String path,
        String name,
        String onCall,
        List<Paper> papers,
        boolean mayEdit,
        List<FlagCard> open,
        List<FlagCard> closed,
        Form raise,
        List<Choice> kinds,
        List<Choice> levels) {

    /** Copies the lists. */
    public SafetyView {
        papers = List.copyOf(papers);
        open = List.copyOf(open);
        closed = List.copyOf(closed);
        kinds = List.copyOf(kinds);
        levels = List.copyOf(levels);
    }

    /**
     * One flag.
     *
     * @param path below which it is taken and acted on
     * @param act the form that writes down what was done
     * @param alert where the alert of a measure is acted on; empty where there is none
     * @param clock by when somebody must have acted, or when somebody did
     */
    public record FlagCard(
            String path,
            String title,
            String level,
            Tone tone,
            String words,
            String raised,
            String clock,
            String owner,
            Form act,
            List<Choice> steps,
            List<Event> history,
            String alert) {

        /** Copies the lists. */
        public FlagCard {
            steps = List.copyOf(steps);
            history = List.copyOf(history);
        }
    }

    /**
     * A plan the client wrote for hard days.
     *
     * @param path of the newest signed one, or of the draft; empty where there is none
     * @param form what a new one is begun by
     */
    public record Paper(
            String title, String state, Tone tone, String path, String form, String key) {}
}
