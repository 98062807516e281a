package care.trellis.engine.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every week under every rulebook of the library, on seeded random weeks. */
class DecisionPropertiesTest {

    static final int WEEKS = 1500;
    static final Rulebooks LIBRARY = Rulebooks.library();

    @ParameterizedTest
    @ValueSource(strings = {"MEDICARE_HOPD_IOP", "AZ_AHCCCS_S9480", "BCBSNC_COMMERCIAL_IOP"})
    void every_unbilled_day_has_a_reason_and_doing_what_its_fixes_say_makes_it_billable(
            String ruleSet) {
        var rulebook = LIBRARY.find(ruleSet, RandomWeeks.MONDAY);
        var weeks = new RandomWeeks(20260302);
        var reasons = new HashSet<String>();

        for (int i = 0; i < WEEKS; i++) {
            var situation = weeks.next();
            for (var day : situation.decide(rulebook).days()) {
                assertThat(day.reason() == null).isEqualTo(day.billable());
                assertThat(day.because().isEmpty()).isEqualTo(day.billable());
                if (!day.billable()) {
                    reasons.add(day.reason());
                    assertThat(mended(situation, day, rulebook).status())
                            .as("week %s, %s held by %s", i, day.date(), day.because())
                            .isEqualTo(Status.BILLABLE);
                }
            }
        }

        assertThat(reasons).hasSizeGreaterThan(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MEDICARE_HOPD_IOP", "AZ_AHCCCS_S9480", "BCBSNC_COMMERCIAL_IOP"})
    void a_decision_never_depends_on_the_order_of_the_input(String ruleSet) {
        var rulebook = LIBRARY.find(ruleSet, RandomWeeks.MONDAY);
        var weeks = new RandomWeeks(7);
        var random = new Random(8);

        for (int i = 0; i < WEEKS; i++) {
            var situation = weeks.next();

            assertThat(situation.shuffled(random).decide(rulebook))
                    .isEqualTo(situation.decide(rulebook));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MEDICARE_HOPD_IOP", "AZ_AHCCCS_S9480", "BCBSNC_COMMERCIAL_IOP"})
    void a_billable_day_breaks_no_rule_that_blocks(String ruleSet) {
        var rulebook = LIBRARY.find(ruleSet, RandomWeeks.MONDAY);
        var weeks = new RandomWeeks(11);

        for (int i = 0; i < WEEKS; i++) {
            var decision = weeks.next().decide(rulebook);
            for (var day : decision.days()) {
                if (day.billable()) {
                    assertThat(day.findings())
                            .noneMatch(finding -> finding.failed() && finding.effect().blocks());
                    assertThat(decision.week().findings())
                            .noneMatch(finding -> finding.failed() && finding.effect().blocks());
                }
            }
        }
    }

    /**
     * Mending one day can bring another back, which then takes its unit of the authorization first;
     * so a limited authorization may need to be asked for once more.
     */
    private static DayDecision mended(Situation situation, DayDecision day, Rulebook rulebook) {
        var now = Mended.after(situation, day);
        var after = decide(now, day, rulebook);
        if (!after.billable()
                && after.because().stream()
                        .allMatch(finding -> finding.reason().equals("AUTHORIZATION_EXHAUSTED"))) {
            after = decide(Mended.after(now, after), day, rulebook);
        }
        return after;
    }

    private static DayDecision decide(Situation situation, DayDecision day, Rulebook rulebook) {
        return situation.decide(rulebook).days().stream()
                .filter(other -> other.date().equals(day.date()))
                .findFirst()
                .orElseThrow();
    }
}
