package care.trellis.rules;

import care.trellis.web.Tone;
import java.util.List;

/** The library of rule sets, and what the organization's contracts make of it; finished text. */
public record LibraryView(List<Waiting> waiting, List<Agreed> contracts, List<RuleSet> sets) {

    /** A proposal that waits for a replay or a second person. */
    public record Waiting(String rule, String path, String contract, String change, String who) {}

    /** A contract with the rules it pays by. */
    public record Agreed(
            String payer,
            String path,
            String name,
            String rules,
            String rulesPath,
            String different,
            Tone tone) {}

    /** One rule set. */
    public record RuleSet(
            String title,
            String id,
            String path,
            String kind,
            String version,
            String versions,
            String inForce,
            String rules,
            String sources,
            String open,
            String cases,
            Tone casesTone,
            String contracts) {}
}
