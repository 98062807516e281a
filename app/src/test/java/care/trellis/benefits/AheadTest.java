package care.trellis.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.cashier.Prices;
import care.trellis.clients.ClientId;
import care.trellis.testing.Clinic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a good-faith estimate must be given anew: 45 CFR 149.610(b)(1)(vii) and (x). */
class AheadTest {

    private static final LocalDate MONDAY = Clinic.MONDAY;
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 5);
    private static final Money PRICE = new Money(24_000);

    @Test
    void days_that_no_payer_covers_ask_for_one_within_a_business_day_of_its_turn() {
        assertThat(own(null, MONDAY, 3, 3, null).owed(MONDAY, null))
                .hasValueSatisfying(one -> {
                    assertThat(one.occasion()).isEqualTo(Occasion.UNCOVERED);
                    assertThat(one.giveBy()).isEqualTo(MONDAY.plusDays(1));
                });
    }

    @Test
    void a_first_day_that_lies_ahead_has_the_clock_of_what_was_scheduled() {
        var ahead =
                new Ahead(
                        new ClientId(Ids.next()),
                        "Maya Reyes",
                        MONDAY.plusDays(4),
                        MONDAY.plusDays(4),
                        null,
                        null,
                        3,
                        3,
                        null);

        assertThat(ahead.owed(MONDAY, null)).isEmpty();
    }

    @Test
    void an_estimate_that_says_what_is_planned_stays_as_it_is() {
        assertThat(owed(3, 3, null, new Prices.Price(JANUARY, PRICE))).isEmpty();
        assertThat(owed(3, 3, null, null)).isEmpty();
    }

    @Test
    void a_price_that_changes_asks_for_a_new_one_on_the_business_day_before() {
        var nextMonday = MONDAY.plusDays(7);

        assertThat(owed(3, 3, null, new Prices.Price(nextMonday, new Money(26_000))))
                .hasValueSatisfying(one -> {
                    assertThat(one.occasion()).isEqualTo(Occasion.PRICE);
                    assertThat(one.giveBy()).isEqualTo(nextMonday.minusDays(3));
                });
    }

    @Test
    void a_price_that_changed_already_is_late_from_its_day_on() {
        assertThat(owed(3, 3, null, new Prices.Price(MONDAY.minusDays(2), new Money(6_000))))
                .map(OwedEstimate::giveBy)
                .contains(MONDAY.minusDays(2));
    }

    @Test
    void more_days_a_week_ask_for_one_and_one_short_week_does_not() {
        assertThat(owed(3, 5, null, null)).map(OwedEstimate::giveBy).contains(MONDAY);
        assertThat(owed(2, 3, null, null)).isEmpty();
        assertThat(owed(0, 2, null, null)).isEmpty();
        assertThat(owed(2, 2, null, null)).map(OwedEstimate::occasion).contains(Occasion.FREQUENCY);
    }

    @Test
    void care_that_goes_on_past_its_weeks_asks_for_one_before_the_first_day_of_it() {
        assertThat(owed(3, 3, MONDAY.plusDays(7), null))
                .hasValueSatisfying(one -> {
                    assertThat(one.occasion()).isEqualTo(Occasion.DURATION);
                    assertThat(one.giveBy()).isEqualTo(MONDAY.plusDays(4));
                });
    }

    @Test
    void of_several_changes_the_first_to_be_late_is_named() {
        assertThat(
                        owed(
                                3,
                                5,
                                MONDAY.plusDays(14),
                                new Prices.Price(MONDAY.plusDays(7), new Money(26_000))))
                .map(OwedEstimate::occasion)
                .contains(Occasion.FREQUENCY);
    }

    private static Optional<OwedEstimate> owed(
            int fewer, int more, @Nullable LocalDate past, Prices.@Nullable Price price) {
        var given =
                new Given(
                        new EstimateId(Ids.next()),
                        Given.Kind.GOOD_FAITH,
                        3,
                        8,
                        PRICE,
                        PRICE.times(24),
                        Instant.EPOCH,
                        "Maria Ortiz");
        return own(given, null, fewer, more, past).owed(MONDAY, price);
    }

    private static Ahead own(
            @Nullable Given given,
            @Nullable LocalDate turnedOn,
            int fewer,
            int more,
            @Nullable LocalDate past) {
        return new Ahead(
                new ClientId(Ids.next()),
                "Maya Reyes",
                JANUARY,
                MONDAY,
                turnedOn,
                given,
                fewer,
                more,
                past);
    }
}
