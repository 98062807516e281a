package care.trellis.billing;

import care.trellis.engine.rulebook.Decisions;
import care.trellis.engine.rulebook.Rulebooks;
import care.trellis.engine.rulebook.facts.Authorization;
import care.trellis.engine.rulebook.facts.Client;
import care.trellis.engine.rulebook.facts.Course;
import care.trellis.engine.rulebook.facts.PlanOfCare;
import care.trellis.engine.rulebook.facts.Program;
import care.trellis.engine.rulebook.facts.Week;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Condition codes (UB-04 FL 18-28) of an institutional claim. */
final class ConditionCodes {

    private static final Rulebooks LIBRARY = Rulebooks.library();

    private ConditionCodes() {}

    /**
     * The codes that mark the days of this level of care: what the contract's rulebook says on that
     * day. A rulebook speaks of intensive outpatient days; for other levels, and where it leaves
     * the codes open, Medicare's own stand: 92 for intensive outpatient days and 41 for partial
     * hospitalization.
     */
    static List<String> of(ClaimFacts.Contract contract, String levelOfCare, LocalDate day) {
        return switch (levelOfCare) {
            case "IOP" ->
                    ofRulebook(contract.ruleSet(), day)
                            .orElse(contract.medicare() ? List.of("92") : List.of());
            case "PHP" -> contract.medicare() ? List.of("41") : List.of();
            default -> List.of();
        };
    }

    /** What the claim part of a decision says of which only the day is known. */
    private static Optional<List<String>> ofRulebook(String ruleSet, LocalDate day) {
        var rulebook = LIBRARY.find(ruleSet, day);
        if (rulebook == null) {
            return Optional.empty();
        }
        var nothingKnown =
                Week.of(
                        Client.UNKNOWN,
                        Program.UNKNOWN,
                        PlanOfCare.UNKNOWN,
                        List.of(),
                        Course.asOf(day));
        var decision = Decisions.decide(nothingKnown, rulebook, Authorization.UNKNOWN);
        return Optional.ofNullable(decision.claim().conditionCodes());
    }
}
