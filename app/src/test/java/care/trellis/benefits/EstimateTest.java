package care.trellis.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Money;
import care.trellis.benefits.Estimate.Course;
import care.trellis.benefits.Findings.Answer;
import care.trellis.benefits.Findings.Counter;
import care.trellis.benefits.Findings.Limit;
import care.trellis.benefits.Findings.Network;
import care.trellis.benefits.Findings.State;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a course costs, by example. A day is charged $400 and the plan allows $300. */
class EstimateTest {

    private static final Money CHARGE = dollars(400);
    private static final Course THREE_DAYS_FOUR_WEEKS = new Course(3, 4, CHARGE);

    @Test
    void a_copay_costs_the_same_every_day() {
        var estimate = Estimate.of(plan(0, null, 30L, null, null), THREE_DAYS_FOUR_WEEKS);

        assertThat(estimate.firstDay()).isEqualTo(dollars(30));
        assertThat(estimate.weeks()).extracting(Estimate.Week::client).containsOnly(dollars(90));
        assertThat(estimate.total()).isEqualTo(dollars(360));
        assertThat(estimate.deductibleWeek()).isNull();
    }

    @Test
    void the_deductible_comes_first_and_the_week_in_which_it_is_used_up_is_named() {
        var estimate = Estimate.of(plan(1_000, null, null, 20, null), THREE_DAYS_FOUR_WEEKS);

        // 300 + 300 + 300, then 100 of the deductible and 20 % of the other 200, then 60 a day.
        assertThat(estimate.weeks())
                .extracting(Estimate.Week::client)
                .containsExactly(dollars(900), dollars(260), dollars(180), dollars(180));
        assertThat(estimate.deductibleWeek()).isEqualTo(2);
        assertThat(estimate.typicalDay()).isEqualTo(dollars(60));
    }

    @Test
    void beyond_the_out_of_pocket_maximum_covered_days_cost_nothing() {
        var estimate = Estimate.of(plan(1_000, 1_100L, null, 20, null), THREE_DAYS_FOUR_WEEKS);

        assertThat(estimate.total()).isEqualTo(dollars(1_100));
        assertThat(estimate.maximumWeek()).isEqualTo(2);
        assertThat(estimate.weeks().getLast().client()).isEqualTo(Money.ZERO);
        assertThat(estimate.weeks().getLast().plan()).isEqualTo(dollars(900));
    }

    @Test
    void days_beyond_the_limit_are_the_clients_own_at_our_charge() {
        var limit = new Limit(Limit.Unit.DAYS, 30, 20);

        var estimate = Estimate.of(plan(0, 1_000L, 30L, null, limit), THREE_DAYS_FOUR_WEEKS);

        assertThat(estimate.limitDay()).isEqualTo(10);
        assertThat(estimate.weeks().getLast())
                .isEqualTo(new Estimate.Week(4, 3, dollars(830), dollars(270), 2));
    }

    @Test
    void a_limit_in_hours_gives_a_day_for_every_three() {
        assertThat(new Limit(Limit.Unit.HOURS, 60, 29).daysLeft()).isEqualTo(10);
    }

    @Test
    void without_a_plan_every_day_costs_our_charge() {
        var estimate = Estimate.of(Findings.nothing(State.INACTIVE), THREE_DAYS_FOUR_WEEKS);

        assertThat(estimate.total()).isEqualTo(dollars(4_800));
        assertThat(estimate.limitDay()).isZero();
    }

    @Test
    void half_a_cent_of_coinsurance_is_the_clients() {
        var day =
                Standing.of(plan(0, null, null, 15, null))
                        .next(plan(0, null, null, 15, null), new Money(10_010), CHARGE);

        assertThat(day.client()).isEqualTo(new Money(1_502));
        assertThat(day.client().plus(day.plan())).isEqualTo(new Money(10_010));
    }

    @Test
    void what_was_not_said_is_named_and_never_guessed() {
        var estimate = Estimate.of(Findings.nothing(State.UNKNOWN), new Course(3, 1, dollars(400)));

        assertThat(String.join(" ", estimate.unknown()))
                .contains("active", "network", "full charge", "deductible", "maximum", "Copay")
                .contains("limits days", "authorization");
    }

    @Test
    void what_a_week_has_cost_is_what_the_payer_said_and_else_what_the_terms_say() {
        var monday = LocalDate.of(2026, 3, 2);
        var days =
                List.of(
                        new RunningCost.Day(monday, true, dollars(25)),
                        new RunningCost.Day(monday.plusDays(2), false, Money.ZERO),
                        new RunningCost.Day(monday.plusDays(7), false, Money.ZERO));

        var weeks =
                RunningCost.of(plan(400, null, 30L, null, null), monday.minusDays(1), days, CHARGE);

        // The first day used 300 of the deductible; the second the last 100 and a copay.
        assertThat(weeks)
                .containsExactly(
                        new RunningCost.Week(monday, 2, dollars(25), dollars(130), dollars(155)),
                        new RunningCost.Week(
                                monday.plusDays(7), 1, Money.ZERO, dollars(30), dollars(185)));
    }

    @Test
    void a_coverage_is_looked_at_again_after_a_month_a_change_or_a_new_year() {
        var checked = LocalDate.of(2026, 2, 10);
        var active = State.ACTIVE;

        assertThat(Recheck.due(null, null, null, checked)).contains(Recheck.NEVER);
        assertThat(Recheck.due(checked, active, null, checked.plusDays(29))).isEmpty();
        assertThat(Recheck.due(checked, active, null, checked.plusDays(30)))
                .contains(Recheck.MONTH);
        assertThat(Recheck.due(checked, active, checked.plusDays(1), checked.plusDays(1)))
                .contains(Recheck.CHANGED);
        assertThat(Recheck.due(LocalDate.of(2025, 12, 30), active, null, LocalDate.of(2026, 1, 2)))
                .contains(Recheck.YEAR);
        assertThat(Recheck.due(checked, State.INACTIVE, null, checked.plusDays(1)))
                .contains(Recheck.INACTIVE);
    }

    private static Findings plan(
            long deductible,
            @Nullable Long maximum,
            @Nullable Long copay,
            @Nullable Integer coinsurance,
            @Nullable Limit limit) {
        return new Findings(
                State.ACTIVE,
                Network.IN,
                "",
                limit,
                new Counter(dollars(deductible), Money.ZERO),
                true,
                maximum == null ? Counter.UNKNOWN : new Counter(dollars(maximum), Money.ZERO),
                copay == null ? null : dollars(copay),
                coinsurance,
                Answer.NO,
                "",
                "",
                dollars(300),
                "");
    }

    private static Money dollars(long dollars) {
        return new Money(dollars * 100);
    }
}
