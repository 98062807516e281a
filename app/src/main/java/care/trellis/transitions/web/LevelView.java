package care.trellis.transitions.web;

import care.trellis.web.Choice;
import care.trellis.web.Fact;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.util.List;

/**
 * The page on which a client's level of care is changed.
 *
 * @param path of the chart
 * @param decided what a signed determination says; empty where none waits
 * @param reason of that determination
 * @param desk the form; nothing stands in it where the client is in no program
 */
public record LevelView(
        String path,
        String name,
        boolean admitted,
        List<Fact> now,
        String decided,
        String reason,
        Desk desk,
        List<Past> changes) {

    /** Copies the lists. */
    public LevelView {
        now = List.copyOf(now);
        changes = List.copyOf(changes);
    }

    /**
     * The form and what it would do.
     *
     * @param path it posts to
     * @param programs to go to; empty where there is no other
     */
    public record Desk(
            String path,
            Form form,
            List<Choice> programs,
            List<StepCard> steps,
            boolean mayAdd,
            Preview preview) {

        /** Copies the lists. */
        public Desk {
            programs = List.copyOf(programs);
            steps = List.copyOf(steps);
        }
    }

    /** One step: from when, which level, how many hours, which days. */
    public record StepCard(int number, String title, List<Choice> levels, List<Week> tracks) {

        /** Copies the lists. */
        public StepCard {
            levels = List.copyOf(levels);
            tracks = List.copyOf(tracks);
        }
    }

    /** A track's days to choose from. */
    public record Week(String name, List<Day> days) {

        /** Copies the days. */
        public Week {
            days = List.copyOf(days);
        }
    }

    /** A day of a track's week. */
    public record Day(String value, String label, String hours, String words, boolean chosen) {}

    /**
     * What the change rewrites.
     *
     * @param kind what it is called; empty where it could not be made
     * @param wrong why it could not be made
     * @param left sessions given up
     * @param taken sessions taken
     */
    public record Preview(
            String kind,
            List<String> wrong,
            List<WeekPicture> weeks,
            List<Effect> effects,
            List<String> left,
            List<String> taken) {

        /** Copies the lists. */
        public Preview {
            wrong = List.copyOf(wrong);
            weeks = List.copyOf(weeks);
            effects = List.copyOf(effects);
            left = List.copyOf(left);
            taken = List.copyOf(taken);
        }
    }

    /** One thing that is rewritten. */
    public record Effect(String icon, String what, String words, Tone tone) {}

    /**
     * A change that was made.
     *
     * @param undoPath empty where it cannot be taken back
     * @param bound why it cannot; empty where it can
     */
    public record Past(
            String title,
            String chip,
            Tone tone,
            String detail,
            String reason,
            String by,
            String undoPath,
            String bound) {}
}
