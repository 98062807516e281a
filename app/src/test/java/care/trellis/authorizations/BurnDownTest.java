package care.trellis.authorizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import care.trellis.authorizations.BurnDown.Booked;
import care.trellis.authorizations.BurnDown.Forecast;
import care.trellis.authorizations.BurnDown.History;
import care.trellis.authorizations.BurnDown.Prior;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every forecast, tried on many that chance made, each from its own seed. */
class BurnDownTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private record Situation(BigDecimal left, List<Booked> ahead, History history) {

        Forecast forecast() {
            return BurnDown.forecast(left, ahead, history, Prior.DEFAULT);
        }
    }

    static List<Long> seeds() {
        return java.util.stream.LongStream.range(0, 200).boxed().toList();
    }

    private static Situation situation(long seed) {
        var random = new Random(seed);
        var ahead = new ArrayList<Booked>();
        int days = 1 + random.nextInt(25);
        var draws = random.nextBoolean() ? List.of("1") : List.of("1", "3", "2.5", "0.75");
        for (int day = 0; day < days; day++) {
            ahead.add(
                    new Booked(
                            MONDAY.plusDays(day),
                            new BigDecimal(draws.get(random.nextInt(draws.size())))));
        }
        int booked = random.nextInt(40);
        int kept = random.nextInt(booked + 1);
        return new Situation(
                BigDecimal.valueOf(1 + random.nextInt(20)), ahead, new History(booked, kept));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_chance_is_a_chance_and_the_early_day_is_not_after_the_likely_one(long seed) {
        var forecast = situation(seed).forecast();

        assertThat(forecast.probability()).isBetween(0.0, 1.0);
        if (forecast.likely() != null) {
            assertThat(forecast.probability()).isGreaterThanOrEqualTo(0.5);
            assertThat(forecast.early()).isNotNull().isBeforeOrEqualTo(forecast.likely());
        } else {
            assertThat(forecast.probability()).isLessThan(0.5);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_order_in_which_days_are_given_changes_nothing(long seed) {
        var situation = situation(seed);
        var shuffled = new ArrayList<>(situation.ahead());
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(new Situation(situation.left(), shuffled, situation.history()).forecast())
                .isEqualTo(situation.forecast());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_unit_more_is_never_gone_sooner(long seed) {
        var situation = situation(seed);
        var more =
                new Situation(
                                situation.left().add(BigDecimal.ONE),
                                situation.ahead(),
                                situation.history())
                        .forecast();

        assertThat(sortable(more.likely()))
                .isAfterOrEqualTo(sortable(situation.forecast().likely()));
        assertThat(sortable(more.early())).isAfterOrEqualTo(sortable(situation.forecast().early()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void who_came_more_often_is_never_through_later(long seed) {
        var situation = situation(seed);
        var history = situation.history();
        var always =
                new Situation(
                                situation.left(),
                                situation.ahead(),
                                new History(history.booked(), history.booked()))
                        .forecast();

        assertThat(sortable(always.likely()))
                .isBeforeOrEqualTo(sortable(situation.forecast().likely()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_not_booked_is_never_used_up(long seed) {
        var situation = situation(seed);
        var sum =
                situation.ahead().stream()
                        .map(Booked::units)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        var forecast =
                new Situation(sum.add(BigDecimal.ONE), situation.ahead(), situation.history())
                        .forecast();

        assertThat(forecast).isEqualTo(new Forecast(false, null, 0, null));
    }

    @Test
    void equal_days_follow_the_beta_binomial_law() {
        // Two left, three booked, prior Beta(8, 2): P(X >= 2) = P(2) + P(3)
        // = 3 (8*9*2)/(10*11*12) + (8*9*10)/(10*11*12) = 432/1320 + 720/1320
        var forecast = BurnDown.forecast(BigDecimal.TWO, days(3), History.NONE, Prior.DEFAULT);

        assertThat(forecast.likely()).isEqualTo(MONDAY.plusDays(1));
        assertThat(forecast.probability()).isCloseTo(720.0 / 1100, within(1e-12));
        var rare =
                BurnDown.forecast(
                        BigDecimal.valueOf(3), days(3), new History(10, 4), Prior.DEFAULT);
        assertThat(rare.likely()).isNull();
        // Beta(12, 8): 12*13*14 / (20*21*22)
        assertThat(rare.probability()).isCloseTo(2184.0 / 9240, within(1e-12));
    }

    @Test
    void nothing_left_is_gone_on_the_first_booked_day() {
        assertThat(BurnDown.forecast(BigDecimal.ZERO, days(2), History.NONE, Prior.DEFAULT))
                .isEqualTo(new Forecast(true, MONDAY, 1, MONDAY));
        assertThat(BurnDown.forecast(BigDecimal.ZERO, List.of(), History.NONE, Prior.DEFAULT))
                .isEqualTo(new Forecast(true, null, 1, null));
    }

    private static List<Booked> days(int count) {
        var days = new ArrayList<Booked>();
        for (int day = 0; day < count; day++) {
            days.add(new Booked(MONDAY.plusDays(day), BigDecimal.ONE));
        }
        return days;
    }

    /** Never stands after every day. */
    private static LocalDate sortable(@org.jspecify.annotations.Nullable LocalDate day) {
        return day == null ? LocalDate.MAX : day;
    }
}
