package care.trellis.cashier;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.cashier.Entry.Kind;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is open of each day, what a fee by income is, and what parts are due. */
class AccountTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void a_payment_pays_the_oldest_day_first() {
        var account =
                Account.of(
                        List.of(
                                entry(Kind.SHARE, 2, 3_000),
                                entry(Kind.SHARE, 0, 3_000),
                                entry(Kind.PAYMENT, 5, -4_000)));

        assertThat(account.days())
                .extracting(day -> day.open().cents())
                .containsExactly(0L, 2_000L);
        assertThat(account.balance()).isEqualTo(new Money(2_000));
    }

    @Test
    void what_is_paid_beyond_all_days_is_a_credit() {
        var account =
                Account.of(List.of(entry(Kind.SHARE, 0, 3_000), entry(Kind.PAYMENT, 1, -5_000)));

        assertThat(account.credit()).isEqualTo(new Money(2_000));
        assertThat(account.open()).isEmpty();
    }

    @Test
    void what_the_next_payer_is_asked_for_pays_no_older_day() {
        var account =
                Account.of(
                        List.of(
                                entry(Kind.SHARE, 0, 5_000),
                                entry(Kind.SHARE, 90, 5_000),
                                entry(Kind.FORWARDED, 90, -5_000)));

        assertThat(account.open()).singleElement().extracting(Account.Day::date).isEqualTo(MONDAY);
        assertThat(account.moves()).isEmpty();
    }

    @Test
    void a_payment_that_bounced_is_owed_again() {
        var account =
                Account.of(
                        List.of(
                                entry(Kind.SHARE, 0, 3_000),
                                entry(Kind.PAYMENT, 1, -3_000),
                                entry(Kind.REVERSAL, 2, 3_000)));

        assertThat(account.open()).hasSize(1);
        assertThat(account.balance()).isEqualTo(new Money(3_000));
    }

    @Test
    void a_share_that_a_payer_takes_back_frees_what_was_paid_for_it() {
        var account =
                Account.of(
                        List.of(
                                entry(Kind.SHARE, 0, 3_000),
                                entry(Kind.SHARE, 0, -3_000),
                                entry(Kind.SHARE, 2, 3_000),
                                entry(Kind.PAYMENT, 1, -3_000)));

        assertThat(account.open()).isEmpty();
        assertThat(account.balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void what_is_open_has_the_age_of_its_day() {
        var account =
                Account.of(List.of(entry(Kind.SHARE, 0, 3_000), entry(Kind.SHARE, 60, 1_000)));

        var aging = account.aging(MONDAY.plusDays(91));

        assertThat(aging)
                .isEqualTo(
                        new Account.Aging(
                                Money.ZERO, new Money(1_000), Money.ZERO, new Money(3_000)));
    }

    @Test
    void a_day_of_which_nothing_is_open_says_who_bore_it() {
        var account =
                Account.of(
                        List.of(
                                new Entry(
                                        Kind.SHARE,
                                        MONDAY,
                                        Instant.EPOCH,
                                        Money.ZERO,
                                        new Money(31_500),
                                        new Money(30_000),
                                        new Money(1_500),
                                        Ids.next()),
                                entry(Kind.SHARE, 1, 0),
                                entry(Kind.SHARE, 2, 3_000),
                                entry(Kind.NEXT_PAYER, 2, -3_000),
                                entry(Kind.SHARE, 3, 3_000),
                                entry(Kind.DISCOUNT, 3, -3_000),
                                entry(Kind.SHARE, 4, 3_000),
                                entry(Kind.PAYMENT, 5, -3_000)));

        assertThat(account.days())
                .extracting(Account.Day::standing)
                .containsExactly(
                        Account.Standing.COVERED,
                        Account.Standing.NOTHING,
                        Account.Standing.NEXT_PAYER,
                        Account.Standing.EASED,
                        Account.Standing.PAID);
    }

    @Test
    void the_fee_follows_from_household_and_income_alone() throws IOException {
        var guideline = new Poverty().on(MONDAY);
        var policy = Policy.usual(MONDAY);

        assertThat(guideline.of("MAINLAND", 8)).isEqualTo(new Money(5_572_000));
        assertThat(guideline.of("ALASKA", 4)).isEqualTo(new Money(4_125_000));
        assertThat(guideline.percent("MAINLAND", 1, new Money(1_596_000))).isEqualTo(100);
        assertThat(policy.dayAt(policy.pays(100))).isEqualTo(policy.nominal());
        // A dollar more is another class: 101 percent pays a quarter of 240.
        assertThat(guideline.percent("MAINLAND", 1, new Money(1_596_100))).isEqualTo(101);
        assertThat(policy.dayAt(policy.pays(101))).isEqualTo(new Money(6_000));
        assertThat(policy.dayAt(policy.pays(201))).isEqualTo(policy.dayRate());
    }

    @Test
    void the_parts_of_a_plan_are_the_whole_to_the_cent() {
        var plan =
                new Agreement(
                        Ids.next(),
                        new Money(10_001),
                        3,
                        Agreement.Every.MONTH,
                        LocalDate.of(2026, 1, 31),
                        Instant.EPOCH,
                        "Maria Ortiz");

        assertThat(plan.schedule())
                .containsExactly(
                        new Agreement.Part(LocalDate.of(2026, 1, 31), new Money(3_335)),
                        new Agreement.Part(LocalDate.of(2026, 2, 28), new Money(3_333)),
                        new Agreement.Part(LocalDate.of(2026, 3, 31), new Money(3_333)));
        assertThat(plan.dueBy(LocalDate.of(2026, 3, 1))).isEqualTo(new Money(6_668));
    }

    private static Entry entry(Kind kind, int day, long cents) {
        var date = MONDAY.plusDays(day);
        return new Entry(
                kind,
                date,
                date.atStartOfDay().toInstant(java.time.ZoneOffset.UTC),
                new Money(cents),
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Ids.next());
    }
}
