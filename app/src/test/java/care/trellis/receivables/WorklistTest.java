package care.trellis.receivables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.billing.ClaimId;
import care.trellis.clients.ClientId;
import care.trellis.payers.ContractId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What comes first: a deadline, then the dollars that a minute brings. */
class WorklistTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);

    @Test
    void a_deadline_within_two_weeks_comes_before_any_amount() {
        assertThat(order(denial("large", 900_000, 100), denial("soon", 10_000, 14)))
                .containsExactly("soon", "large");
    }

    @Test
    void of_two_deadlines_the_earlier_comes_first() {
        assertThat(order(denial("later", 900_000, 9), denial("sooner", 10_000, 3)))
                .containsExactly("sooner", "later");
    }

    @Test
    void otherwise_the_most_dollars_a_minute_come_first() {
        assertThat(order(denial("small", 10_000, 90), denial("large", 90_000, 100)))
                .containsExactly("large", "small");
    }

    @Test
    void a_deadline_that_has_passed_puts_nothing_on_top() {
        assertThat(order(denial("passed", 10_000, -1), denial("large", 90_000, 100)))
                .containsExactly("large", "passed");
    }

    @Test
    void what_was_appealed_is_not_ours_to_work() {
        var waiting = denial("appealed", 90_000, 3, Instant.parse("2026-03-19T10:00:00Z"));
        var list = Worklist.of(TODAY, List.of(waiting, denial("ours", 10_000, 90)), List.of());
        assertThat(list.work()).extracting(Denial::number).containsExactly("ours");
        assertThat(list.waiting()).extracting(Denial::number).containsExactly("appealed");
    }

    @Test
    void a_clock_for_corrections_that_runs_out_first_counts() {
        var denial = denial("corrected", 10_000, 90);

        assertThat(denial.deadline(TODAY)).isEqualTo(TODAY.plusDays(90));
        assertThat(denial.deadline(TODAY.plusDays(91))).isEqualTo(TODAY.plusDays(290));
        assertThat(denial.daysLeft(TODAY.plusDays(300))).isEqualTo(-10);
    }

    @Test
    void a_chance_begins_with_what_is_usual_and_follows_our_own_history() {
        assertThat(Chance.of(Cause.CODING, 0, 0)).isEqualTo(0.8);
        assertThat(Chance.of(Cause.CODING, 20, 2)).isCloseTo(0.217, within(0.001));
    }

    @Test
    void a_denial_for_want_of_an_authorization_that_we_sent_is_the_payers_error() {
        assertThat(Cause.of("197", false, false)).isEqualTo(Cause.AUTHORIZATION);
        assertThat(Cause.of("197", true, false)).isEqualTo(Cause.PAYER_ERROR);
        assertThat(Cause.of("18", false, false)).isEqualTo(Cause.PAYER_ERROR);
        assertThat(Cause.of("", false, false)).isEqualTo(Cause.UNKNOWN);
    }

    private static List<String> order(Denial... denials) {
        return Worklist.of(TODAY, List.of(denials), List.of()).work().stream()
                .map(Denial::number)
                .toList();
    }

    private static Denial denial(String number, long cents, int daysLeft) {
        return denial(number, cents, daysLeft, null);
    }

    private static Denial denial(
            String number, long cents, int daysLeft, @Nullable Instant waitingSince) {
        return new Denial(
                new ClaimId(Ids.next()),
                number,
                new ClientId(Ids.next()),
                "Maya L.",
                new ContractId(Ids.next()),
                "Acme",
                TODAY.minusDays(60),
                TODAY.minusDays(54),
                new Money(cents),
                new Money(cents),
                List.of(new Denial.Reason("CO", "197", new Money(cents))),
                List.of(),
                Cause.AUTHORIZATION,
                TODAY.minusDays(10),
                TODAY.plusDays(daysLeft),
                TODAY.plusDays(daysLeft + 200),
                0.5,
                20,
                0,
                null,
                waitingSince,
                false);
    }
}
