package care.trellis.engine.instruments;

import static care.trellis.engine.instruments.Course.Sign.NOT_ON_TRACK;
import static care.trellis.engine.instruments.Course.Sign.NO_DATA;
import static care.trellis.engine.instruments.Course.Sign.RELIABLE_DETERIORATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import care.trellis.engine.instruments.Course.Measured;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CourseTest {

    static final ChangeRules PHQ_9 = Forms.instrument("PHQ-9").change();
    static final ChangeRules WHO_5 = Forms.instrument("WHO-5").change();

    @Test
    void worse_than_the_best_score_so_far_is_deterioration() {
        assertThat(signs(0, 12, 7, 6, 13, 11)).isEmpty();
        assertThat(signs(0, 12, 7, 6, 13, 12)).containsExactly(RELIABLE_DETERIORATION);
        assertThat(signs(0, 8, 7, 14)).containsExactly(RELIABLE_DETERIORATION);
    }

    @Test
    void two_weeks_ask_for_a_tenth_and_four_for_a_fifth() {
        assertThat(signs(0, 20, 13, 19)).isEmpty();
        assertThat(signs(0, 20, 14, 19)).containsExactly(NOT_ON_TRACK);
        assertThat(signs(0, 20, 14, 18)).isEmpty();
        assertThat(signs(0, 20, 28, 17)).containsExactly(NOT_ON_TRACK);
        assertThat(signs(0, 20, 28, 16)).isEmpty();
    }

    @Test
    void a_mild_baseline_is_not_off_track() {
        assertThat(signs(0, 9, 28, 9)).isEmpty();
    }

    @Test
    void half_the_planned_days_ask_for_reliable_improvement() {
        assertThat(course(20, 12, 24, 0, 16, 20, 11).signs(PHQ_9)).containsExactly(NOT_ON_TRACK);
        assertThat(course(20, 12, 24, 0, 16, 20, 10).signs(PHQ_9)).isEmpty();
        assertThat(course(20, 11, 24, 0, 16, 20, 11).signs(PHQ_9)).isEmpty();
    }

    @Test
    void ten_days_without_a_score_are_said() {
        assertThat(course(9, 4, null).signs(PHQ_9)).isEmpty();
        assertThat(course(10, 4, null).signs(PHQ_9)).containsExactly(NO_DATA);
        assertThat(course(17, 4, null, 0, 12, 7, 6).signs(PHQ_9)).containsExactly(NO_DATA);
    }

    @Test
    void the_baseline_is_taken_within_a_week_of_admission() {
        assertThat(course(30, 4, null, 7, 20, 28, 20).baseline()).isNotNull();
        var late = course(30, 4, null, 8, 20, 28, 20);
        assertThat(late.baseline()).isNull();
        assertThat(late.signs(PHQ_9)).isEmpty();
        assertThat(late.change(PHQ_9).change()).isNull();
    }

    @Test
    void scores_are_put_in_order_and_the_newest_is_compared_with_the_baseline() {
        var change = course(14, 4, null, 14, 8, 0, 20, 7, 14).change(PHQ_9);

        assertThat(change.change()).isEqualByComparingTo("-12");
        assertThat(change.response()).isTrue();
        assertThat(change.reliableRecovery()).isTrue();
    }

    @Test
    void a_measure_without_published_cuts_is_not_judged() {
        assertThat(course(30, 20, 24, 0, 60, 28, 20).signs(WHO_5)).isEmpty();
        assertThat(course(30, 20, 24, 0, 60, 28, 72).change(WHO_5).meaningfulImprovement())
                .isTrue();
    }

    @Test
    void a_site_can_set_a_cut_of_reliable_change_from_its_own_spread() {
        double points = ChangeRules.reliableChange(10, 0.91);
        var rules = Forms.instrument("PSS-10").change().withReliable(points);

        assertThat(points).isCloseTo(8.316, within(0.001));
        assertThat(course(14, 0, null, 0, 20, 14, 12).change(rules).reliableImprovement())
                .isFalse();
        assertThat(course(14, 0, null, 0, 20, 14, 11).change(rules).reliableImprovement()).isTrue();
        assertThatThrownBy(() -> ChangeRules.reliableChange(10, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Set<Course.Sign> signs(int... daysAndScores) {
        int today = daysAndScores[daysAndScores.length - 2];
        return course(today, 0, null, daysAndScores).signs(PHQ_9);
    }

    private static Course course(int today, int attended, Integer planned, int... daysAndScores) {
        List<Measured> scores = new ArrayList<>();
        for (int index = 0; index < daysAndScores.length; index += 2) {
            scores.add(
                    new Measured(
                            daysAndScores[index], BigDecimal.valueOf(daysAndScores[index + 1])));
        }
        return new Course(scores, today, attended, planned);
    }
}
