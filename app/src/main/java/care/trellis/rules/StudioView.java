package care.trellis.rules;

import care.trellis.web.Fact;
import care.trellis.web.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One proposal in the studio: what it says, what it would have done, and who may publish it;
 * finished text.
 *
 * @param change what changes, in one line
 * @param was the words at the place now
 * @param becomes the words at the place under the proposal
 * @param sources where the published rule was read
 * @param standing how it stands, in a word
 * @param replay absent before the first one
 * @param replayPath where a replay is begun; empty where none can be
 * @param publishPath where it is published; empty where this reader cannot now
 * @param publishWhy what is missing before it can be published, or what publishing does
 * @param withdrawPath where it is withdrawn; empty where it cannot be
 */
public record StudioView(
        String title,
        String contract,
        String contractPath,
        String says,
        String change,
        String was,
        String becomes,
        List<Fact> facts,
        String reason,
        List<RuleSetView.Source> sources,
        String standing,
        Tone tone,
        @Nullable Replayed replay,
        String replayPath,
        String publishPath,
        String publishWhy,
        String withdrawPath) {

    /**
     * A replay.
     *
     * @param stepPath where the next batch is asked for; empty when it is finished
     * @param done clients decided
     * @param outdated why it does not speak for the proposal any more; empty while it does
     * @param more what is not shown here; may be empty
     */
    public record Replayed(
            String stepPath,
            String words,
            int done,
            int all,
            List<Figure> figures,
            List<Person> people,
            String outdated,
            String input,
            String more) {}

    /** One figure of the whole. */
    public record Figure(String number, String label, String icon, Tone tone) {}

    /** One client with the days that come out differently. */
    public record Person(String name, String path, String days, String dollars, List<Day> list) {}

    /** One day, as it stands and under the proposal. */
    public record Day(
            String day, String path, Said before, Said after, String dollars, Tone tone) {}

    /** A state with its reason. */
    public record Said(String state, Tone tone, String why) {}
}
