package care.trellis.engine.rulebook;

import care.trellis.engine.content.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rulebook as people read it: every rule in words, the sources, and what the marks of confidence
 * mean.
 *
 * @param rules in the order in which the first broken one becomes the reason
 * @param sources by title, with their addresses
 * @param marks what each mark of confidence says, in the words of the file
 */
public record Wording(List<RuleText> rules, List<Source> sources, Map<String, String> marks) {

    public Wording {
        rules = List.copyOf(rules);
        sources = List.copyOf(sources);
        marks = Map.copyOf(marks);
    }

    /** Where rules were read. */
    public record Source(String title, String url) {}

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
            String effectPath) {

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
            sources.add(new Source(source.text("title"), source.text("url")));
        }
        var marks = new LinkedHashMap<String, String>();
        if (top.has("confidence_marks")) {
            var section = top.section("confidence_marks");
            section.entries().forEach(it -> marks.put(it.getKey(), section.text(it.getKey())));
        }
        return new Wording(rulebook.rules.stream().map(Wording::text).toList(), sources, marks);
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

    private static RuleText text(Rule rule) {
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
                "rules/" + rule.id() + "/if_broken");
    }
}
