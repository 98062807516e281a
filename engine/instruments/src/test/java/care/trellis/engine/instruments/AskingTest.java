package care.trellis.engine.instruments;

import static care.trellis.engine.instruments.Forms.answers;
import static care.trellis.engine.instruments.Forms.instrument;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AskingTest {

    @Test
    void a_fresh_form_asks_everything_that_it_can_know_to_ask() {
        assertThat(asked("PHQ-2", Answers.of(Map.of()))).containsExactly("1", "2");
        assertThat(asked("C-SSRS-SCREENER", Answers.of(Map.of()))).containsExactly("1", "2", "6");
    }

    @Test
    void an_answer_opens_and_closes_questions() {
        assertThat(asked("C-SSRS-SCREENER", answers(0, 1))).containsExactly("3", "4", "5", "6");
        assertThat(asked("C-SSRS-SCREENER", answers(0, 0))).containsExactly("6");
        assertThat(asked("AUDIT", answers(0))).containsExactly("9", "10");
        assertThat(asked("AUDIT", answers(1, 0, 0))).containsExactly("9", "10");
        assertThat(asked("ASQ", answers(0, 0, 0, 0))).isEmpty();
        assertThat(asked("ASQ", answers(0, 0, 9, 0))).containsExactly("5");
    }

    @Test
    void what_the_context_knows_is_not_asked_on_the_form() {
        assertThat(asked("CRAFFT-2.1", Answers.of(Map.of("days.1", 0, "days.2", 0, "days.3", 0))))
                .containsExactly("1");
        assertThat(asked("PC-PTSD-5", Answers.of(Map.of("trauma_exposure", 0)))).isEmpty();
    }

    private static List<String> asked(String id, Answers answers) {
        return Scoring.stillToAsk(instrument(id), answers).stream().map(Item::number).toList();
    }
}
