package care.trellis.engine.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {

    private static final Rulebooks LIBRARY = Rulebooks.library();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void every_value_and_effect_that_is_shown_can_be_overridden_at_its_path() {
        for (var id : LIBRARY.ids()) {
            for (var rulebook : LIBRARY.versions(id)) {
                for (var rule : Wording.of(rulebook).rules()) {
                    assertThat(stands(rulebook, rule.valuePath(), rule.value()))
                            .as(rulebook + " " + rule.valuePath())
                            .isTrue();
                    assertThat(
                                    stands(
                                            rulebook,
                                            rule.effectPath(),
                                            rule.effect()
                                                    .name()
                                                    .toLowerCase(java.util.Locale.ROOT)))
                            .as(rulebook + " " + rule.effectPath())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void every_mark_of_confidence_and_every_source_is_explained() {
        for (var id : LIBRARY.ids()) {
            for (var rulebook : LIBRARY.versions(id)) {
                var wording = Wording.of(rulebook);
                assertThat(wording.sources()).as(rulebook.toString()).isNotEmpty();
                assertThat(wording.rules())
                        .as(rulebook.toString())
                        .isNotEmpty()
                        .allSatisfy(rule -> assertThat(rule.says()).isNotBlank());
            }
        }
    }

    @Test
    void all_own_cases_of_the_library_pass() {
        for (var id : LIBRARY.ids()) {
            var cases = OwnCases.of(LIBRARY, id);
            assertThat(cases.all()).as(id).isPositive();
            assertThat(cases.passed()).as(id).isEqualTo(cases.all());
        }
    }

    private static boolean stands(Rulebook rulebook, String path, String value) {
        var same = new LocalOverride(path, value, "A. Author", "to try", DAY, null);
        return Overrides.apply(rulebook, List.of(same), DAY) instanceof OverrideOutcome.Applied;
    }
}
