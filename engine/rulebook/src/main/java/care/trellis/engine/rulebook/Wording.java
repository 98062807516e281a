package care.trellis.engine.rulebook;

import care.trellis.engine.content.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rulebook as people read it: every rule in words, the sources, and what the marks of confidence
 * mean.
 *
 * @param claims what goes on the day and on the claim, place by place
 * @param rules in the order in which the first broken one becomes the reason
 * @param sources by title, with their addresses
 * @param marks what each mark of confidence says, in the words of the file
 */
public record Wording(
        List<RuleText> rules,
        List<ClaimText> claims,
        List<Source> sources,
        Map<String, String> marks) {

    public Wording {
        rules = List.copyOf(rules);
        claims = List.copyOf(claims);
        sources = List.copyOf(sources);
        marks = Map.copyOf(marks);
    }

    /**
     * Where rules were read.
     *
     * @param key the file's own short name of it
     */
    public record Source(String key, String title, String url) {}

    /**
     * One thing that goes on the day or on the claim: a code, a modifier, the type of bill.
     *
     * @param path where it can be overridden: {@code bill/0/revenue_code}
     * @param key what it is, in words
     * @param value several parted by commas; empty where the rules leave it to the contract
     * @param when the conditions, in the words of the vocabulary; empty where it always stands
     * @param line of the file where it stands
     */
    public record ClaimText(
            String path,
            String key,
            String value,
            String when,
            String citation,
            String confidence,
            int line) {}

    /**
     * One rule.
     *
     * @param says the rule in one sentence, as its file says it
     * @param fact what is compared, in the words of the vocabulary: {@code day.minutes}
     * @param value what it is compared with; several words parted by commas
     * @param from first day it is asked; null: as long as its file
     * @param code what it is known by when broken
     * @param fix what mends it: "more minutes"
     * @param valuePath where the value can be overridden
     * @param effectPath where the effect can be overridden
     * @param line of the file where it begins
     */
    public record RuleText(
            String id,
            String says,
            String fact,
            Relation relation,
            String value,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Stage stage,
            Effect effect,
            String code,
            String fix,
            String owner,
            String citation,
            String confidence,
            String valuePath,
            String effectPath,
            int line) {

        /** Where the whole rule can be taken out. */
        public String path() {
            return "rules/" + id;
        }
    }

    /** Reads the words off a rulebook. */
    public static Wording of(Rulebook rulebook) {
        var top = Section.of(rulebook.file(), rulebook.source);
        var sources = new ArrayList<Source>();
        for (var entry : top.section("sources").entries()) {
            var source = Section.of(rulebook.file(), entry.getValue());
            sources.add(new Source(entry.getKey(), source.text("title"), source.text("url")));
        }
        var marks = new LinkedHashMap<String, String>();
        if (top.has("confidence_marks")) {
            var section = top.section("confidence_marks");
            section.entries().forEach(it -> marks.put(it.getKey(), section.text(it.getKey())));
        }
        var lines = new HashMap<String, Integer>();
        top.sections("rules").forEach(rule -> lines.put(rule.text("id"), rule.line()));
        return new Wording(
                rulebook.rules.stream()
                        .map(rule -> text(rule, lines.getOrDefault(rule.id(), 1)))
                        .toList(),
                ClaimWording.of(top),
                sources,
                marks);
    }

    /** What mends it, whatever the day: "more minutes". */
    private static String fix(Rule rule) {
        var many = rule.test().fact().many();
        return rule.fix()
                .replace("{more}", "more " + many)
                .replace("{fewer}", "fewer " + many)
                .replace("{session}", "session")
                .replace("{line}", "line");
    }

    private static RuleText text(Rule rule, int line) {
        var condition = rule.test().condition();
        return new RuleText(
                rule.id(),
                rule.says(),
                condition.fact(),
                condition.relation(),
                condition.value(),
                rule.period().from(),
                rule.period().to(),
                rule.stage(),
                rule.effect(),
                rule.reason(),
                fix(rule),
                rule.owner(),
                rule.citation(),
                rule.confidence(),
                "rules/" + rule.id() + "/" + condition.relation().word(),
                "rules/" + rule.id() + "/if_broken",
                line);
    }
}
