package care.trellis.engine.rulebook;

import care.trellis.engine.content.CaseCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many of the cases that stand beside a rule set come out as they should.
 *
 * @param passed those that do
 * @param all how many there are
 */
public record OwnCases(int passed, int all) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    /** Decides them all again: tens of milliseconds for a rule set. None where it has no cases. */
    public static OwnCases of(Rulebooks library, String ruleSet) {
        int passed = 0;
        int all = 0;
        try (var file =
                OwnCases.class.getResourceAsStream("/rulebooks/" + ruleSet + "/cases.json")) {
            if (file == null) {
                return new OwnCases(0, 0);
            }
            for (var json : JSON.readTree(file).path("cases")) {
                all++;
                var one = PayerCase.read(json);
                var rulebook = library.find(one.ruleSet(), one.day());
                if (rulebook != null) {
                    var decision = Decisions.decide(one.week(), rulebook, one.authorization());
                    var outcome = JSON.valueToTree(CaseOutcome.of(decision));
                    boolean met = CaseCheck.ofNamedKeys(json.path("expected"), outcome).isEmpty();
                    passed += met ? 1 : 0;
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new OwnCases(passed, all);
    }
}
