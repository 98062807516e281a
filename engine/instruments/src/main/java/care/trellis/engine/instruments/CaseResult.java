package care.trellis.engine.instruments;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A result in the shape of the scoring contract. */
final class CaseResult {

    private CaseResult() {}

    static Map<String, @Nullable Object> of(Instrument instrument, Result result) {
        var out = new LinkedHashMap<String, @Nullable Object>();
        out.put("valid", result.valid());
        out.put("total", plain(result.total()));
        out.put("severity", result.severity());
        out.put("subscales", subscales(instrument, result));
        out.put("flags", result.flags());
        out.put("missing", result.missing().stream().map(CaseResult::number).toList());
        out.put("prorated", result.prorated());
        if (result.error() != null) {
            out.put("error", result.error());
        }
        var risk = risk(instrument, result);
        if (!risk.isEmpty()) {
            out.put("risk", risk);
        }
        return out;
    }

    private static Map<String, @Nullable Object> subscales(Instrument instrument, Result result) {
        var out = new LinkedHashMap<String, @Nullable Object>();
        result.subscales()
                .forEach((name, subscale) -> {
                    var score = plain(subscale.score());
                    out.put(
                            name,
                            instrument.words(name, Score.Wording.SEVERITY)
                                    ? worded(score, subscale.word())
                                    : score);
                });
        return out;
    }

    private static Map<String, @Nullable Object> worded(
            @Nullable BigDecimal score, @Nullable String word) {
        var out = new LinkedHashMap<String, @Nullable Object>();
        out.put("score", score);
        out.put("severity", word);
        return out;
    }

    private static Map<String, @Nullable Object> risk(Instrument instrument, Result result) {
        var out = new LinkedHashMap<String, @Nullable Object>();
        result.subscales()
                .forEach((name, subscale) -> {
                    if (instrument.words(name, Score.Wording.RISK)) {
                        out.put(name, subscale.word());
                    }
                });
        return out;
    }

    static Map<String, @Nullable Object> of(Change change) {
        var out = new LinkedHashMap<String, @Nullable Object>();
        out.put("change", plain(change.change()));
        out.put("pct_change", plain(change.percentChange()));
        out.put("response", change.response());
        out.put("remission", change.remission());
        out.put("clinically_meaningful_improvement", change.meaningfulImprovement());
        out.put("reliable_improvement", change.reliableImprovement());
        out.put("reliable_deterioration", change.reliableDeterioration());
        out.put("caseness_baseline", change.casenessBaseline());
        out.put("caseness_current", change.casenessCurrent());
        out.put("reliable_recovery", change.reliableRecovery());
        return out;
    }

    /** Two scores one of which the instrument cannot give: nothing is said about them. */
    static Map<String, @Nullable Object> invalidChange() {
        var out = of(Change.between(null, null, ChangeRules.of(false)));
        out.put("error", Result.INVALID_ANSWER);
        return out;
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Item numbers are numbers where they can be. */
    private static Object number(String item) {
        return item.chars().allMatch(Character::isDigit) ? (Object) Integer.valueOf(item) : item;
    }
}
