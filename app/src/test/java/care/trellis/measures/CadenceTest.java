package care.trellis.measures;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.clients.ClientId;
import care.trellis.engine.instruments.About.Moment;
import care.trellis.engine.instruments.About.ProgramKind;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The cadence of facts/clinical.md 2.2, day by day. */
class CadenceTest {

    static final LocalDate ADMITTED = LocalDate.of(2026, 3, 2);

    Cadence weekly = new Cadence(Set.of(Moment.INTAKE, Moment.WEEKLY));

    @Test
    void a_repeated_measure_is_due_at_admission_and_then_a_period_after_the_last() {
        var first = weekly.due(stay(null), List.of(), ADMITTED).orElseThrow();
        var next = weekly.due(stay(null), List.of(ADMITTED), ADMITTED.plusDays(9)).orElseThrow();

        assertThat(first.on()).isEqualTo(ADMITTED);
        assertThat(first.why()).isEqualTo(Moment.INTAKE);
        assertThat(next.on()).isEqualTo(ADMITTED.plusDays(7));
        assertThat(next.why()).isEqualTo(Moment.WEEKLY);
        assertThat(next.last()).isEqualTo(ADMITTED);
    }

    @Test
    void one_that_is_not_for_intake_is_due_a_period_after_admission() {
        var fortnightly = new Cadence(Set.of(Moment.EVERY_TWO_WEEKS));

        assertThat(fortnightly.due(stay(null), List.of(), ADMITTED).orElseThrow().on())
                .isEqualTo(ADMITTED.plusDays(14));
        assertThat(fortnightly.received(stay(null), List.of(), ADMITTED.plusDays(13)).expected())
                .isZero();
    }

    @Test
    void a_score_of_the_week_before_admission_stands_for_the_first_and_an_older_one_does_not() {
        assertThat(
                        weekly.due(stay(null), List.of(ADMITTED.minusDays(3)), ADMITTED)
                                .orElseThrow()
                                .on())
                .isEqualTo(ADMITTED.plusDays(4));
        assertThat(
                        weekly.due(stay(null), List.of(ADMITTED.minusDays(20)), ADMITTED)
                                .orElseThrow()
                                .on())
                .isEqualTo(ADMITTED);
    }

    @Test
    void a_change_of_level_asks_again_until_it_was_taken() {
        var cadence = new Cadence(Set.of(Moment.STEP_CHANGE));
        var step = ADMITTED.plusDays(21);

        assertThat(cadence.due(stay(null, step), List.of(ADMITTED), step).orElseThrow().on())
                .isEqualTo(step);
        assertThat(cadence.due(stay(null, step), List.of(step), step)).isEmpty();
    }

    @Test
    void after_discharge_it_is_due_once_more_and_then_at_the_follow_ups() {
        var cadence = new Cadence(Set.of(Moment.WEEKLY, Moment.DISCHARGE, Moment.FOLLOW_UP));
        var left = ADMITTED.plusDays(42);

        assertThat(cadence.due(stay(left), List.of(ADMITTED), left.plusDays(1)).orElseThrow().why())
                .isEqualTo(Moment.DISCHARGE);
        assertThat(cadence.due(stay(left), List.of(left), left.plusDays(8)).orElseThrow().on())
                .isEqualTo(left.plusDays(7));
        assertThat(
                        cadence.due(stay(left), List.of(left, left.plusDays(8)), left.plusDays(20))
                                .orElseThrow()
                                .on())
                .isEqualTo(left.plusDays(30));
    }

    @Test
    void what_came_in_is_counted_once_for_each_span_and_gaps_stay_gaps() {
        var taken =
                List.of(
                        ADMITTED,
                        ADMITTED.plusDays(1),
                        ADMITTED.plusDays(8),
                        ADMITTED.plusDays(28));

        var received = weekly.received(stay(null), taken, ADMITTED.plusDays(29));

        assertThat(received).isEqualTo(new Cadence.Received(5, 3));
        assertThat(received.percent()).isEqualTo(60);
    }

    @Test
    void the_kind_of_client_follows_age_and_program() {
        assertThat(stay(null).kind()).isEqualTo(ProgramKind.ADULT_MENTAL_HEALTH);
        assertThat(born("ASAM_2.1", LocalDate.of(1990, 1, 1)).kind())
                .isEqualTo(ProgramKind.ADULT_SUBSTANCE_USE);
        assertThat(born("ASAM_2.1", LocalDate.of(2010, 1, 1)).kind()).isEqualTo(ProgramKind.TEEN);
    }

    private static Stay stay(@Nullable LocalDate discharged, LocalDate... steps) {
        return stay("IOP_PSYCHIATRIC", LocalDate.of(1990, 5, 4), discharged, List.of(steps));
    }

    private static Stay born(String type, LocalDate born) {
        return stay(type, born, null, List.of());
    }

    private static Stay stay(
            String type, LocalDate born, @Nullable LocalDate discharged, List<LocalDate> steps) {
        var nobody = new UUID(0, 1);
        return new Stay(
                nobody,
                new ClientId(nobody),
                "Maya R.",
                nobody,
                ZoneOffset.UTC,
                nobody,
                "Adult IOP",
                type,
                "IOP",
                born,
                ADMITTED,
                discharged,
                steps);
    }
}
