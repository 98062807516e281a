package care.trellis.engine.instruments;

import static care.trellis.engine.instruments.Forms.answer;
import static care.trellis.engine.instruments.Forms.answers;
import static care.trellis.engine.instruments.Forms.instrument;
import static care.trellis.engine.instruments.Forms.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertTest {

    @Test
    void a_safety_answer_alerts_before_the_form_is_finished() {
        assertThat(Scoring.flagsSoFar(instrument("PHQ-9"), answer("9", 1)))
                .containsExactly("SI_ITEM9");
        assertThat(Scoring.flagsSoFar(instrument("ASQ"), answers(0, 1))).contains("SCREEN_POS");
        assertThat(Scoring.flagsSoFar(instrument("C-SSRS-SCREENER"), answers(1, 1, 1, 1)))
                .containsExactly("SUICIDE_RISK_HIGH");
        assertThat(Scoring.flagsSoFar(instrument("PHQ-A"), answer("attempt_lifetime", 1)))
                .containsExactly("ATTEMPT_LIFETIME");
        assertThat(Scoring.flagsSoFar(instrument("BAM-R"), answer("6", 2)))
                .containsExactly("ANY_USE");
    }

    @Test
    void what_is_not_answered_yet_alerts_nobody() {
        for (var id : Forms.LIBRARY.ids()) {
            assertThat(Scoring.flagsSoFar(instrument(id), Answers.of(Map.of()))).as(id).isEmpty();
        }
        assertThat(Scoring.flagsSoFar(instrument("PHQ-9"), answers(3, 3, 3, 3, 3, 3, 3)))
                .as("a total is not known before all is answered")
                .isEmpty();
    }

    @Test
    void an_answer_out_of_range_is_refused_while_it_is_given() {
        assertThatThrownBy(() -> Scoring.flagsSoFar(instrument("PHQ-9"), answer("9", 4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PHQ-9 1");
    }

    @Test
    void the_most_urgent_flag_decides_how_fast_someone_must_act() {
        var phq = instrument("PHQ-9");
        assertThat(phq.alertOf(score("PHQ-9", 3, 3, 3, 3, 0, 0, 0, 0, 0))).isEqualTo(AlertClass.A4);
        assertThat(phq.alertOf(score("PHQ-9", 3, 3, 3, 3, 0, 0, 0, 0, 1))).isEqualTo(AlertClass.A2);
        assertThat(phq.alertOf(score("PHQ-9", 0, 0, 0, 0, 0, 0, 0, 0, 0))).isNull();
        assertThat(phq.alertOf("SI_ITEM_MISSING")).isEqualTo(AlertClass.A2);

        var asq = instrument("ASQ");
        assertThat(asq.alertOf(score("ASQ", 1, 0, 0, 0, 0))).isEqualTo(AlertClass.A1);
        assertThat(asq.alertOf(score("ASQ", 1, 0, 0, 0, 9))).isEqualTo(AlertClass.A0);
    }

    @Test
    void a_severity_can_alert_without_a_flag() {
        var cows = instrument("COWS");

        assertThat(cows.alertOf(score("COWS", 4, 4, 5, 5, 4, 0, 0, 1, 0, 0, 0))).isNull();
        assertThat(cows.alertOf(score("COWS", 4, 4, 5, 5, 4, 0, 0, 1, 0, 4, 0)))
                .isEqualTo(AlertClass.A1);
    }

    @Test
    void items_that_can_alert_by_themselves_say_so() {
        assertThat(instrument("PHQ-9").item("9").alert()).isEqualTo(AlertClass.A2);
        assertThat(instrument("PHQ-9").item("8").alert()).isNull();
        assertThat(instrument("ASQ").item("5").alert()).isEqualTo(AlertClass.A0);
        assertThat(instrument("C-SSRS-SCREENER").items())
                .allSatisfy(item -> assertThat(item.alert()).isNotNull());
    }

    @Test
    void a_prompt_is_no_alert() {
        var dass = instrument("DASS-21");
        var hopeless = answer("21", 2);

        assertThat(Scoring.prompts(dass, hopeless)).containsExactly("Review hopelessness.");
        assertThat(Scoring.prompts(dass, answer("21", 1))).isEmpty();
        assertThat(Scoring.score(dass, hopeless).flags()).isEmpty();
        assertThat(Scoring.prompts(instrument("PCL-5"), answer("16", 3))).hasSize(1);
    }
}
