package care.trellis.engine.instruments;

import care.trellis.engine.content.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one score: its formula, what becomes of blanks, how it is rounded and worded. */
final class ScoreReader {

    private static final List<String> FORMULAS = List.of("sum", "mean", "count", "combine");

    private static final Set<String> KEYS =
            Set.of(
                    "sum",
                    "mean",
                    "count",
                    "combine",
                    "times",
                    "plus",
                    "blanks",
                    "decimals",
                    "severity",
                    "risk",
                    "words_look_at",
                    "better",
                    "shown",
                    "source",
                    "confidence");

    private enum Sight {
        EXACT,
        ROUNDED
    }

    private final ItemIndex items;
    private final ConditionReader conditions;
    private final Blanks ofForm;

    /**
     * @param ofForm what becomes of blanks where a score says nothing else
     */
    ScoreReader(ItemIndex items, ConditionReader conditions, Blanks ofForm) {
        this.items = items;
        this.conditions = conditions;
        this.ofForm = ofForm;
    }

    Score read(String name, Section section) {
        section.only(KEYS);
        var times = section.optionalNumber("times");
        var plus = section.optionalNumber("plus");
        var decimals = section.optionalWhole("decimals");
        boolean risk = section.has("risk");
        return new Score(
                name,
                formula(section),
                times == null ? 1 : times,
                plus == null ? 0 : plus,
                decimals == null ? 0 : decimals,
                risk ? bands(section, "risk") : optionalBands(section, "severity"),
                risk ? Score.Wording.RISK : Score.Wording.SEVERITY,
                section.choice("words_look_at", Sight.ROUNDED) == Sight.EXACT,
                section.choice("better", Better.LOWER) == Better.HIGHER,
                section.flag("shown", true));
    }

    private Formula formula(Section section) {
        var kinds = FORMULAS.stream().filter(section::has).toList();
        if (kinds.size() != 1) {
            throw section.refusal(
                    section.line(), "a score has exactly one of " + String.join(", ", FORMULAS));
        }
        var kind = kinds.getFirst();
        return switch (kind) {
            case "count" -> count(section);
            case "combine" -> combination(section);
            default ->
                    new Formula.Points(
                            items.many(section, kind), kind.equals("mean"), blanks(section));
        };
    }

    private Formula count(Section section) {
        var thresholds = new ArrayList<Formula.Count.Threshold>();
        for (var one : section.sections("count")) {
            one.only(List.of("items", "at_least"));
            thresholds.add(
                    new Formula.Count.Threshold(items.many(one, "items"), one.whole("at_least")));
        }
        return new Formula.Count(List.copyOf(thresholds), blanks(section));
    }

    private Formula combination(Section section) {
        var parts = new ArrayList<Formula.Combination.Part>();
        for (var entry : section.entriesOf("combine")) {
            parts.add(
                    new Formula.Combination.Part(
                            conditions.score(section, entry.getValue().line(), entry.getKey()),
                            section.section("combine").number(entry.getKey()).doubleValue()));
        }
        return new Formula.Combination(List.copyOf(parts));
    }

    private Blanks blanks(Section section) {
        return section.has("blanks") ? blanks(section.section("blanks"), false) : ofForm;
    }

    /** What becomes of blanks: {@code {up_to, count_as}}. */
    static Blanks blanks(Section section, boolean overForm) {
        section.only(List.of("up_to", "count_as"));
        return new Blanks(
                section.whole("up_to"), section.choice("count_as", Blanks.Stand.class), overForm);
    }

    private static @Nullable Bands optionalBands(Section section, String key) {
        return section.has(key) ? bands(section, key) : null;
    }

    /** Words with the score from which each holds, in rising order. */
    static Bands bands(Section section, String key) {
        var bands = new ArrayList<Bands.Band>();
        for (var entry : section.entriesOf(key)) {
            double from = section.section(key).number(entry.getKey()).doubleValue();
            if (!bands.isEmpty() && from <= bands.getLast().from()) {
                throw section.refusal(
                        entry.getValue().line(), "the bands of a score rise from word to word");
            }
            bands.add(new Bands.Band(entry.getKey(), from));
        }
        return new Bands(List.copyOf(bands));
    }
}
