package care.trellis.engine.instruments;

import care.trellis.engine.content.CaseError;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one case of the scoring contract and scores it. */
final class ScoringCase {

    /** The case that compares two scores instead of scoring answers. */
    private static final String CHANGE = "CHANGE";

    private final Instruments instruments;
    private final JsonNode json;

    ScoringCase(Instruments instruments, JsonNode json) {
        this.instruments = instruments;
        this.json = json;
    }

    /**
     * The result in the shape of the contract.
     *
     * @throws CaseError when the case names no instrument that is known, or is built otherwise
     */
    Map<String, @Nullable Object> result() {
        var id = json.path("instrument").asString("");
        if (id.equals(CHANGE)) {
            return change();
        }
        var instrument = find(id);
        var answers = answers(instrument);
        var result = answers == null ? Result.invalidAnswer() : Scoring.score(instrument, answers);
        return CaseResult.of(instrument, result);
    }

    private Map<String, @Nullable Object> change() {
        var instrument = find(object("context").path("instrument").asString(""));
        var baseline = score("baseline");
        var current = score("current");
        if (baseline.wrongFor(instrument) || current.wrongFor(instrument)) {
            return CaseResult.invalidChange();
        }
        var subscale = object("context").path("subscale").asString("");
        var rules = subscale.isEmpty() ? instrument.change() : instrument.change(subscale);
        return CaseResult.of(Change.between(baseline.value(), current.value(), rules));
    }

    /** A score of a case; {@code number} is false for anything but a number or nothing. */
    private record Given(@Nullable BigDecimal value, boolean number) {

        boolean wrongFor(Instrument instrument) {
            return !number || (value != null && !instrument.canTotal(value));
        }
    }

    private Given score(String name) {
        var value = object("answers").path(name);
        if (value.isNumber()) {
            return new Given(value.decimalValue(), true);
        }
        return new Given(null, value.isNull() || value.isMissingNode());
    }

    private Instrument find(String id) {
        var instrument = instruments.find(id);
        if (instrument == null) {
            throw new CaseError(
                    "unknown instrument \""
                            + id
                            + "\"; known: "
                            + String.join(", ", instruments.ids())
                            + ", "
                            + CHANGE);
        }
        return instrument;
    }

    /** The answers of the case; null when one of them is not a whole number. */
    private @Nullable Answers answers(Instrument instrument) {
        var codes = new HashMap<String, @Nullable Integer>();
        boolean right = true;
        for (var entry : object("answers").properties()) {
            right &= addCodes(codes, entry.getKey(), entry.getValue());
        }
        var words = new HashMap<String, String>();
        for (var entry : object("context").properties()) {
            var name = entry.getKey();
            var value = entry.getValue();
            if (isAsked(instrument, name) || isAsked(instrument, name + ".1")) {
                right &= addCodes(codes, name, value);
            } else if (value.isString()) {
                words.put(name, value.stringValue());
            }
        }
        return right ? new Answers(codes, words) : null;
    }

    /** Whether the context answers an item of this number. */
    private static boolean isAsked(Instrument instrument, String number) {
        var item = instrument.item(number);
        return item != null && item.fromContext();
    }

    /** A list answers the items {@code NAME.1}, {@code NAME.2} and so on. */
    private static boolean addCodes(
            Map<String, @Nullable Integer> codes, String name, JsonNode value) {
        if (value.isArray()) {
            boolean right = true;
            for (int index = 0; index < value.size(); index++) {
                right &= addCode(codes, name + "." + (index + 1), value.get(index));
            }
            return right;
        }
        return addCode(codes, name, value);
    }

    private static boolean addCode(
            Map<String, @Nullable Integer> codes, String name, JsonNode value) {
        if (value.isNull()) {
            codes.put(name, null);
            return true;
        }
        if (!value.isNumber() || !value.canConvertToInt() || !value.canConvertToExactIntegral()) {
            return false;
        }
        codes.put(name, value.intValue());
        return true;
    }

    private JsonNode object(String name) {
        var value = json.path(name);
        if (!value.isObject() && !value.isNull() && !value.isMissingNode()) {
            throw new CaseError("\"" + name + "\" must be an object");
        }
        return value;
    }
}
