package care.trellis.rules;

import care.trellis.engine.rulebook.Rulebook;
import care.trellis.engine.rulebook.Wording;
import care.trellis.engine.rulebook.Wording.RuleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rules of a rulebook as rows of a page. */
final class RuleTexts {

    private static final Pattern SOURCE = Pattern.compile("(.*?), (https?://[^\\s;]+)(?:; |$)");

    private RuleTexts() {}

    /**
     * All rules in the order in which they are asked.
     *
     * @param changeBase address that a rule's id is added to; empty where no change may be proposed
     */
    static List<RuleSetView.Rule> of(Rulebook rulebook, String changeBase) {
        var wording = Wording.of(rulebook);
        return wording.rules().stream()
                .map(rule -> row(rule, wording.marks(), changeBase))
                .toList();
    }

    /** The rule that a path of the rulebook belongs to. */
    static Optional<RuleText> at(Rulebook rulebook, String path) {
        return Wording.of(rulebook).rules().stream()
                .filter(rule -> path.equals(rule.path()) || path.startsWith(rule.path() + "/"))
                .findFirst();
    }

    private static RuleSetView.Rule row(
            RuleText rule, Map<String, String> marks, String changeBase) {
        var citation = rule.citation();
        boolean changed = citation.startsWith("local override");
        return new RuleSetView.Rule(
                rule.id(),
                rule.says(),
                RuleWords.sentence(rule.stage().name()),
                RuleWords.compared(rule),
                RuleWords.effect(rule.effect()),
                RuleWords.tone(rule.effect()),
                RuleWords.capital(rule.fix()),
                sources(citation),
                RuleWords.capital(
                        marks.getOrDefault(rule.confidence(), "confidence " + rule.confidence())),
                changeBase.isEmpty() ? "" : changeBase + rule.id(),
                changed,
                rule.line());
    }

    /** The sources of a citation, each with its address; one without an address stays text. */
    static List<RuleSetView.Source> sources(String citation) {
        var sources = new ArrayList<RuleSetView.Source>();
        var found = SOURCE.matcher(citation);
        int rest = 0;
        while (found.find()) {
            sources.add(
                    new RuleSetView.Source(
                            RuleWords.capital(found.group(1).strip()), found.group(2)));
            rest = found.end();
        }
        var left = citation.substring(rest).strip();
        if (!left.isEmpty()) {
            sources.add(new RuleSetView.Source(RuleWords.capital(left), ""));
        }
        return List.copyOf(sources);
    }

    /** What a place says, in words: the number with its comparison, or what follows. */
    static String place(RuleText rule, String path, String value) {
        if (path.equals(rule.path())) {
            return value.equals("on") ? "is asked" : "is not asked";
        }
        return path.equals(rule.effectPath())
                ? RuleWords.effect(value)
                : RuleWords.says(rule, value);
    }
}
