package care.trellis.rules;

import care.trellis.web.Fact;
import care.trellis.web.Tab;
import care.trellis.web.Tone;
import java.util.List;

/**
 * One rule set in words; finished text.
 *
 * @param filePath where its file is shown line by line
 */
public record RuleSetView(
        String id,
        String title,
        String version,
        List<Fact> facts,
        List<Tab> versions,
        String filePath,
        List<Rule> rules,
        List<Place> places,
        List<String> open,
        List<Source> sources,
        String comparedWith,
        List<String> differences) {

    /**
     * One rule.
     *
     * @param compared what is compared, and with what
     * @param sources where it was read; the override's author and reason where a contract changed
     *     it
     * @param read how well the source was read
     * @param changePath where a change is proposed; empty where the reader may not
     * @param changed whether the contract changed it
     * @param line of the file where it begins
     */
    public record Rule(
            String id,
            String says,
            String stage,
            String compared,
            String effect,
            Tone tone,
            String fix,
            List<Source> sources,
            String read,
            String changePath,
            boolean changed,
            int line) {}

    /**
     * One thing that goes on the day or on the claim.
     *
     * @param when the conditions; empty where it always stands
     * @param open whether the rules leave it to the contract
     * @param line of the file
     * @param changePath where a change is proposed; empty where the reader may not
     */
    public record Place(
            String name,
            String when,
            String value,
            boolean open,
            List<Source> sources,
            String read,
            int line,
            String changePath) {}

    /**
     * Where rules were read.
     *
     * @param url may be empty
     */
    public record Source(String title, String url) {}
}
