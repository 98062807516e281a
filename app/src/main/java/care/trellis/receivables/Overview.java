package care.trellis.receivables;

import care.trellis.base.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is owed and how the billing office does, as of one moment.
 *
 * @param asOf when it was read
 * @param payers what each payer owes by age, the most first
 * @param clients what clients owe
 * @param unmatched money whose claim nobody has found yet
 * @param payerBalance what payers took from checks, or forwarded, without a claim of ours
 * @param days days of charges that the open amount stands for; null without charges of late
 * @param recent figures of the last {@link #PERIOD_DAYS} days
 * @param before figures of as many days before those
 * @param causes what was denied of late, by cause, the most first
 * @param trends payers of late beside before, the most claims first
 */
public record Overview(
        Instant asOf,
        LocalDate today,
        List<PayerAge> payers,
        Money clients,
        Money unmatched,
        Money payerBalance,
        @Nullable Integer days,
        Period recent,
        Period before,
        List<DeniedCause> causes,
        List<Trend> trends) {

    /** Length of a period that is compared. */
    public static final int PERIOD_DAYS = 90;

    /** Last day of each age but the last, counted from the last day of service. */
    public static final List<Integer> AGES = List.of(30, 60, 90, 120);

    /** Keeps its own copies of the lists. */
    public Overview {
        payers = List.copyOf(payers);
        causes = List.copyOf(causes);
        trends = List.copyOf(trends);
    }

    /** What all payers owe. */
    public Money open() {
        return payers.stream().map(PayerAge::total).reduce(Money.ZERO, Money::plus);
    }

    /**
     * What one payer owes.
     *
     * @param ages one amount for each age and one for what is older
     * @param claims how many
     */
    public record PayerAge(String payer, List<Money> ages, int claims) {

        /** Keeps its own copy of the list. */
        public PayerAge {
            ages = List.copyOf(ages);
        }

        /** Of all ages. */
        public Money total() {
            return ages.stream().reduce(Money.ZERO, Money::plus);
        }
    }

    /**
     * What payers answered in a period.
     *
     * @param answered claims that were answered for the first time
     * @param clean those of which nothing was denied
     * @param charged of the answered claims
     * @param denied of it
     */
    public record Period(int answered, int clean, Money charged, Money denied) {

        /** Share of claims that went through at once, 0 to 1; null when none was answered. */
        public @Nullable Double cleanRate() {
            return answered == 0 ? null : (double) clean / answered;
        }

        /** Share of the charges that was denied, 0 to 1; null when nothing was charged. */
        public @Nullable Double denialRate() {
            return charged.cents() == 0 ? null : (double) denied.cents() / charged.cents();
        }
    }

    /** What one cause cost, and how many claims. */
    public record DeniedCause(Cause cause, Money denied, int claims) {}

    /**
     * One payer of late, beside before.
     *
     * @param daysToPay median from sending to the first answer; null when none was answered
     */
    public record Trend(
            String payer,
            Period recent,
            Period before,
            @Nullable Double daysToPay,
            @Nullable Double daysToPayBefore) {}
}
