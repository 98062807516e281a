package care.trellis.engine.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.engine.rulebook.facts.ServiceType;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    void arizona_allows_eight_in_every_kind_of_group() {
        assertThat(of("AZ_AHCCCS_S9480", ServiceType.GROUP_THERAPY))
                .extracting(GroupRule::atMost)
                .containsExactly(8);
        assertThat(of("AZ_AHCCCS_S9480", ServiceType.EDUCATION_GROUP))
                .extracting(GroupRule::atMost)
                .containsExactly(8);
        assertThat(of("AZ_AHCCCS_S9480", ServiceType.INDIVIDUAL_THERAPY)).isEmpty();
    }

    @Test
    void texas_tells_counseling_from_education() {
        assertThat(of("TX_CDTF_LICENCE", ServiceType.GROUP_THERAPY))
                .extracting(GroupRule::atMost)
                .containsExactly(16);
        assertThat(of("TX_CDTF_LICENCE", ServiceType.LIFE_SKILLS))
                .extracting(GroupRule::atMost)
                .containsExactly(35);
    }

    @Test
    void montana_asks_for_two_staff_in_a_therapy_group() {
        assertThat(of("MT_EATING_DISORDER_CENTER_IOP", ServiceType.GROUP_THERAPY))
                .extracting(GroupRule::staffAtLeast)
                .contains(2);
    }

    private static List<GroupRule> of(String id, ServiceType service) {
        var rulebook = Rulebooks.library().find(id, DAY);
        assertThat(rulebook).isNotNull();
        return GroupRules.of(rulebook, service, DAY);
    }
}
