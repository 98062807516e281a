package care.trellis.engine.instruments;

import care.trellis.engine.content.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads how an instrument is scored: skips, scores, severity, flags. */
final class RuleReader {

    private final Section file;
    private final ItemIndex items;
    private final ConditionReader conditions;
    private final Map<String, Citation> citations = new LinkedHashMap<>();
    private final Set<String> sources;

    RuleReader(Section file, List<Item> read, Set<String> sources) {
        this.file = file;
        this.sources = sources;
        items = new ItemIndex(read);
        conditions =
                new ConditionReader(
                        items, file.has("context") ? Set.copyOf(file.texts("context")) : Set.of());
    }

    Rules read() {
        var skips = file.sections("skip").stream().map(this::skip).toList();
        var scores = scores();
        var severities = file.sections("severity").stream().map(this::severity).toList();
        var flags = flags();
        var prompts = file.sections("prompts").stream().map(this::prompt).toList();
        return new Rules(skips, scores, severities, flags, prompts, severityAlerts());
    }

    /** Where each rule comes from, by its name. */
    Map<String, Citation> citations() {
        return citations;
    }

    private SkipRule skip(Section section) {
        section.only(List.of("items", "when", "unless", "source", "confidence"));
        cite("skip " + String.join(", ", section.texts("items")), section);
        boolean unless = section.has("unless");
        return new SkipRule(
                items.many(section, "items"),
                conditions.all(section, unless ? "unless" : "when"),
                unless);
    }

    private List<Score> scores() {
        var ofForm =
                file.has("blanks") ? ScoreReader.blanks(file.section("blanks"), true) : Blanks.NONE;
        var reader = new ScoreReader(items, conditions, ofForm);
        var scores = new ArrayList<Score>();
        for (var entry : file.entriesOf("scores")) {
            var section = Section.of(file.file(), entry.getValue());
            var score = reader.read(entry.getKey(), section);
            cite("score " + entry.getKey(), section);
            scores.add(score);
            conditions.knows(score);
        }
        return List.copyOf(scores);
    }

    private SeverityRule severity(Section section) {
        section.only(List.of("when", "unless", "is", "score", "bands", "source", "confidence"));
        var when = conditions.optional(section, "when");
        var unless = conditions.optional(section, "unless");
        if (section.has("is")) {
            var word = section.text("is");
            cite("severity " + word, section);
            conditions.knowsSeverity(word);
            return new SeverityRule(when, unless, word, 0, null);
        }
        cite("severity", section);
        var bands = ScoreReader.bands(section, "bands");
        bands.bands().forEach(band -> conditions.knowsSeverity(band.word()));
        int score = conditions.score(section, section.line(), section.text("score"));
        return new SeverityRule(when, unless, null, score, bands);
    }

    private List<Flag> flags() {
        var flags = new ArrayList<Flag>();
        for (var section : file.sections("flags")) {
            section.only(List.of("flag", "when", "alert", "source", "confidence"));
            var name = section.text("flag");
            if (flags.stream().anyMatch(flag -> flag.name().equals(name))) {
                throw section.refusal("flag", "there are two flags \"" + name + "\"");
            }
            cite("flag " + name, section);
            flags.add(new Flag(name, conditions.all(section, "when"), ItemReader.alert(section)));
        }
        return List.copyOf(flags);
    }

    private Prompt prompt(Section section) {
        section.only(List.of("says", "when", "source", "confidence"));
        cite("prompt " + section.text("says"), section);
        return new Prompt(section.text("says"), conditions.all(section, "when"));
    }

    private Map<String, AlertClass> severityAlerts() {
        var alerts = new HashMap<String, AlertClass>();
        for (var entry : file.entriesOf("severity_alerts")) {
            var word = entry.getKey();
            int line = entry.getValue().line();
            if (!conditions.isSeverity(word)) {
                throw file.refusal(line, "there is no severity \"" + word + "\"");
            }
            var text = file.section("severity_alerts").text(word).toLowerCase(Locale.ROOT);
            alerts.put(word, file.choice(line, "severity_alerts", text, AlertClass.class));
        }
        return Map.copyOf(alerts);
    }

    /** Keeps where a rule comes from; a rule without a source is refused. */
    void cite(String rule, Section section) {
        var cited = section.texts("source");
        for (var source : cited) {
            if (!sources.contains(source)) {
                throw section.refusal("source", "\"" + source + "\" is not among the sources");
            }
        }
        citations.put(
                rule, new Citation(cited, section.choice("confidence", Citation.Confidence.class)));
    }

    /** Refuses a source that no rule cites. */
    void checkThatEverySourceIsCited() {
        for (var source : sources) {
            if (citations.values().stream().noneMatch(rule -> rule.sources().contains(source))) {
                throw file.refusal("sources", "no rule cites \"" + source + "\"");
            }
        }
    }
}
