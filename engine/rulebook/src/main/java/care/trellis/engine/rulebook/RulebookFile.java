package care.trellis.engine.rulebook;

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

    RulebookFile(Section top) {
        this.top = top.only(KEYS);
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
                top.text("version"),
                top.text("title"),
                top.choice("kind", Kind.class),
                top.file(),
                effective.period(),
                top.has("open") ? top.texts("open") : List.of(),
                outside(effective),
                citations.source(effective),
                citations.confidence(effective),
                programs(),
                top.has("own_program") ? top.text("own_program") : "",
                new RuleReader(top, tests, citations).rules(),
                blocks.bill(),
                blocks.claim(),
                blocks.frequency());
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
