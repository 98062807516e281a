package care.trellis.rules;

import care.trellis.web.Fact;
import care.trellis.web.Tab;
import care.trellis.web.Tone;
import java.util.List;

/** One rule set in words; finished text. */
public record RuleSetView(
        String id,
        String title,
        String version,
        List<Fact> facts,
        List<Tab> versions,
        List<Rule> rules,
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
            boolean changed) {}

    /**
     * Where rules were read.
     *
     * @param url may be empty
     */
    public record Source(String title, String url) {}
}
