package care.trellis.engine.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.engine.rulebook.facts.Modality;
import care.trellis.engine.rulebook.facts.ServiceType;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What rulebooks say of groups, for whoever plans and fills them. */
class GroupRulesTest {

    private static final Rulebooks LIBRARY = Rulebooks.library();
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void the_largest_therapy_group_and_its_leaders_are_those_of_the_file() {
        var rules = LIBRARY.find("AZ_AHCCCS_S9480", MONDAY);

        assertThat(rules.mostInGroup()).hasValue(8);
        assertThat(rules.groupLeaders()).contains("BHP");
    }

    @Test
    void a_limit_of_education_groups_is_none_of_therapy_groups() {
        var rules = LIBRARY.find("TX_CDTF_LICENCE", LocalDate.of(2026, 12, 1));

        assertThat(rules.mostInGroup()).hasValue(16);
        assertThat(rules.groupLeaders()).isEmpty();
    }

    @Test
    void a_payer_that_counts_in_person_only_says_so_of_a_group_by_video() {
        var rules = LIBRARY.find("MEDICARE_HOPD_IOP", MONDAY);

        assertThat(meeting(rules, Modality.VIDEO))
                .hasValueSatisfying(rule -> {
                    assertThat(rule.allows()).isFalse();
                    assertThat(rule.says()).contains("in person");
                });
        assertThat(meeting(rules, Modality.IN_PERSON))
                .hasValueSatisfying(rule -> assertThat(rule.allows()).isTrue());
    }

    @Test
    void several_ways_may_be_allowed_and_most_payers_say_nothing_of_it() {
        assertThat(meeting(LIBRARY.find("CO_BHA_IOP", MONDAY), Modality.VIDEO))
                .hasValueSatisfying(rule -> assertThat(rule.allows()).isTrue());
        assertThat(meeting(LIBRARY.find("BCBSNC_COMMERCIAL_IOP", MONDAY), Modality.VIDEO))
                .isEmpty();
    }

    private static Optional<MeetingRule> meeting(Rulebook rules, Modality modality) {
        return GroupRules.meeting(rules, ServiceType.GROUP_THERAPY, modality, MONDAY);
    }
}
