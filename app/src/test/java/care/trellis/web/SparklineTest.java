package care.trellis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {

    @Test
    void the_highest_score_is_drawn_at_the_top_and_the_lowest_at_the_bottom() {
        var line = new Sparkline(List.of(27, 0), 0, 27, "PHQ-9 from 27 to 0", Tone.GOOD);

        assertThat(line.points()).isEqualTo("2.0,2.0 86.0,22.0");
    }

    @Test
    void a_single_score_is_a_point_and_no_score_is_nothing() {
        assertThat(new Sparkline(List.of(0), 0, 10, "one", Tone.NEUTRAL).points())
                .isEqualTo("2.0,22.0");
        assertThat(new Sparkline(List.of(), 0, 10, "none", Tone.NEUTRAL).points()).isEmpty();
    }

    @Test
    void a_scale_without_height_is_refused() {
        assertThatThrownBy(() -> new Sparkline(List.of(1), 5, 5, "flat", Tone.NEUTRAL))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
