package care.trellis.engine.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What rulebooks say of therapy groups, for whoever fills them. */
class GroupRulesTest {

    private static final Rulebooks LIBRARY = Rulebooks.library();

    @Test
    void the_largest_therapy_group_and_its_leaders_are_those_of_the_file() {
        var rules = LIBRARY.find("AZ_AHCCCS_S9480", LocalDate.of(2026, 3, 2));

        assertThat(rules.mostInGroup()).hasValue(8);
        assertThat(rules.groupLeaders()).contains("BHP");
    }

    @Test
    void a_limit_of_education_groups_is_none_of_therapy_groups() {
        var rules = LIBRARY.find("TX_CDTF_LICENCE", LocalDate.of(2026, 12, 1));

        assertThat(rules.mostInGroup()).hasValue(16);
        assertThat(rules.groupLeaders()).isEmpty();
    }
}
