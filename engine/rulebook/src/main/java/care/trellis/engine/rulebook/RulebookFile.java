package care.trellis.engine.rulebook;

import care.trellis.engine.content.Node;
import care.trellis.engine.content.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks a rulebook file and compiles it. */
final class RulebookFile {

    private static final List<String> KEYS =
            List.of(
                    "rulebook",
                    "version",
                    "title",
                    "kind",
                    "effective",
                    "confidence_marks",
                    "sources",
                    "open",
                    "credentials",
                    "programs",
                    "own_program",
                    "rules",
                    "bill",
                    "claim");

    private final Section top;
    private final String version;
    private final Map<String, String> localCitations;

    RulebookFile(Section top) {
        this(top, top.text("version"), Map.of());
    }

    private RulebookFile(Section top, String version, Map<String, String> localCitations) {
        this.top = top.only(KEYS);
        this.version = version;
        this.localCitations = localCitations;
    }

    Rulebook compile() {
        var citations = new Citations(top);
        var tests = new TestReader(top);
        var blocks = new BlockReader(top, tests, citations);
        var effective =
                top.section("effective")
                        .only(List.of("from", "to", "outside", "source", "confidence"));
        return new Rulebook(
                top.text("rulebook"),
                version,
                top.text("title"),
                top.choice("kind", RulebookKind.class),
                top.file(),
                Period.of(effective),
                top.has("open") ? top.texts("open") : List.of(),
                outside(effective),
                citations.source(effective),
                citations.confidence(effective),
                programs(),
                top.has("own_program") ? top.text("own_program") : "",
                cited(new RuleReader(top, tests, citations).rules()),
                blocks.bill(),
                blocks.claim(),
                blocks.frequency(),
                top.keys());
    }

    /**
     * Compiles a tree with local overrides in it.
     *
     * @param citations what the changed rules cite first, by their ids
     */
    static Rulebook overridden(
            String file, Node tree, String version, Map<String, String> citations) {
        return new RulebookFile(Section.of(file, tree), version, citations).compile();
    }

    private List<Rule> cited(List<Rule> rules) {
        return rules.stream().map(rule -> rule.citing(localCitations.get(rule.id()))).toList();
    }

    private static Effect outside(Section effective) {
        var outside = effective.choice("outside", Effect.class);
        if (!outside.blocks()) {
            throw effective.refusal("outside", "\"outside\" is not_billable or hold");
        }
        return outside;
    }

    /** The day program that each code or name on a charge line belongs to. */
    private Map<String, String> programs() {
        var programs = new HashMap<String, String>();
        if (top.has("programs")) {
            var section = top.section("programs");
            for (var entry : section.entries()) {
                for (var code : section.texts(entry.getKey())) {
                    if (programs.put(code, entry.getKey()) != null) {
                        throw section.refusal(
                                entry.getKey(), "\"" + code + "\" belongs to two programs");
                    }
                }
            }
            if (!section.has(top.text("own_program"))) {
                throw top.refusal(
                        "own_program",
                        "\"" + top.text("own_program") + "\" is not one of the programs");
            }
        }
        return Map.copyOf(programs);
    }
}
