package care.trellis.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void a_mean_has_the_interval_of_students_t() {
        var mean = Figures.mean(List.of(2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0));

        assertThat(mean.value()).isEqualTo(5.0);
        assertThat(mean.low()).isCloseTo(3.2125, within(0.001));
        assertThat(mean.high()).isCloseTo(6.7875, within(0.001));
    }

    @Test
    void a_share_has_wilsons_interval_also_at_its_ends() {
        var some = Figures.share(8, 20);
        var none = Figures.share(0, 20);

        assertThat(some.low()).isCloseTo(0.2188, within(0.0005));
        assertThat(some.high()).isCloseTo(0.6134, within(0.0005));
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(0.1611, within(0.0005));
    }
}
