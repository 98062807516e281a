package care.trellis.engine.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every week under every rulebook of the library, on seeded random weeks. */
class DecisionPropertiesTest {

    static final int WEEKS = 100;
    static final Rulebooks LIBRARY = Rulebooks.library();

    /** A negative count, a gap in the sentence, a plural of one or a singular of many. */
    static final Pattern UNREADABLE =
            Pattern.compile(
                    "(^| )-\\d|null|Infinity|\\(s\\)|[{}]|\\b0 (more|fewer)"
                            + "|(^| )1 (more |fewer )?(?!hours)[a-z]+s\\b"
                            + "|(^| )([2-9]|\\d{2,}) (minute|hour|day(?! program)|client|unit|session)\\b");

    static final List<LocalDate> MONDAYS =
            List.of(
                    LocalDate.of(2025, 9, 15),
                    LocalDate.of(2024, 9, 16),
                    LocalDate.of(2022, 10, 3),
                    LocalDate.of(2019, 12, 30));

    static Set<String> ruleSets() {
        return LIBRARY.ids();
    }

    @ParameterizedTest
    @MethodSource("ruleSets")
    void every_unbilled_day_has_a_reason_and_doing_what_its_fixes_say_makes_it_billable(
            String ruleSet) {
        var reasons = new HashSet<String>();

        for (var monday : mondays(ruleSet)) {
            var rulebook = LIBRARY.find(ruleSet, monday);
            var weeks = new RandomWeeks(20260302, monday);
            for (int i = 0; i < WEEKS; i++) {
                var situation = weeks.next();
                for (var day : situation.decide(rulebook).days()) {
                    assertThat(day.reason() == null).isEqualTo(day.billable());
                    assertThat(day.because().isEmpty()).isEqualTo(day.billable());
                    if (!day.billable()) {
                        reasons.add(day.reason());
                        assertThat(mended(situation, day, rulebook).because())
                                .as("week %s, %s held by %s", i, day.date(), day.because())
                                .isEmpty();
                    }
                }
            }
        }

        assertThat(reasons).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("ruleSets")
    void a_decision_never_depends_on_the_order_of_the_input(String ruleSet) {
        var rulebook = LIBRARY.find(ruleSet, MONDAYS.getFirst());
        var weeks = new RandomWeeks(7, MONDAYS.getFirst());
        var random = new Random(8);

        for (int i = 0; i < WEEKS; i++) {
            var situation = weeks.next();

            assertThat(Unnamed.of(situation.shuffled(random).decide(rulebook)))
                    .isEqualTo(Unnamed.of(situation.decide(rulebook)));
        }
    }

    @ParameterizedTest
    @MethodSource("ruleSets")
    void a_billable_day_breaks_no_rule_that_blocks(String ruleSet) {
        var rulebook = LIBRARY.find(ruleSet, MONDAYS.getFirst());
        var weeks = new RandomWeeks(11, MONDAYS.getFirst());

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

    @ParameterizedTest
    @MethodSource("ruleSets")
    void evidence_is_never_below_zero_and_never_unfinished(String ruleSet) {
        var rulebook = LIBRARY.find(ruleSet, MONDAYS.getFirst());
        var weeks = new RandomWeeks(13, MONDAYS.getFirst());

        for (int i = 0; i < WEEKS; i++) {
            var decision = weeks.next().decide(rulebook);
            for (var day : decision.days()) {
                day.findings().forEach(DecisionPropertiesTest::reads);
            }
            decision.week().findings().forEach(DecisionPropertiesTest::reads);
        }
    }

    /** Of what keeps a day, take away each thing that need not be mended: something is left. */
    @ParameterizedTest
    @MethodSource("ruleSets")
    void every_unbilled_day_has_a_smallest_set_of_reasons(String ruleSet) {
        var monday = mondays(ruleSet).getFirst();
        var rulebook = LIBRARY.find(ruleSet, monday);
        var weeks = new RandomWeeks(17, monday);

        for (int i = 0; i < WEEKS / 4; i++) {
            var situation = weeks.next();
            for (var day : situation.decide(rulebook).days()) {
                if (!day.billable() && mended(situation, day, rulebook).billable()) {
                    assertThat(smallest(situation, day, rulebook)).isNotEmpty();
                }
            }
        }
    }

    private static List<Finding> smallest(Situation situation, DayDecision day, Rulebook rulebook) {
        var needed = new ArrayList<>(day.because());
        for (var finding : day.because()) {
            var without = new ArrayList<>(needed);
            without.remove(finding);
            if (Mended.after(situation, day.date(), without)
                    .decide(rulebook, day.date())
                    .billable()) {
                needed = without;
            }
        }
        return needed;
    }

    private static void reads(Finding finding) {
        var words =
                finding.evidence() + (finding.fix() == null ? "" : "; " + finding.fix().words());
        if (finding.evidence().isBlank() || UNREADABLE.matcher(words).find()) {
            throw new AssertionError(finding.rule() + ": " + words);
        }
    }

    /**
     * Mending one day can bring another back, which then takes its unit of the authorization first;
     * so a limited authorization may need to be asked for once more.
     */
    private static DayDecision mended(Situation situation, DayDecision day, Rulebook rulebook) {
        var now = Mended.after(situation, day);
        var after = now.decide(rulebook, day.date());
        if (!after.billable()
                && after.because().stream()
                        .allMatch(finding -> finding.reason().equals("AUTHORIZATION_EXHAUSTED"))) {
            after = Mended.after(now, after).decide(rulebook, day.date());
        }
        return after;
    }

    private static List<LocalDate> mondays(String ruleSet) {
        return MONDAYS.stream()
                .filter(monday ->
                        LIBRARY.find(ruleSet, monday).inForceOn(monday)
                                && LIBRARY.find(ruleSet, monday).inForceOn(monday.plusDays(12)))
                .toList();
    }
}
