package care.trellis.benefits;

import care.trellis.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where a client stands in the plan's year, and what the next program day costs from there. Pure:
 * the deductible comes first, then copay and coinsurance of the rest, and nothing beyond the
 * out-of-pocket maximum. A day beyond the plan's limit is the client's own, at our charge, and
 * counts towards nothing.
 *
 * @param deductibleLeft none where none applies or was not said
 * @param maximumLeft null where it was not said
 * @param daysLeft null where there is no limit
 */
record Standing(Money deductibleLeft, @Nullable Money maximumLeft, @Nullable Integer daysLeft) {

    /**
     * What one day costs.
     *
     * @param client the client's part
     * @param plan the payer's part
     * @param covered whether the plan pays for days at all here
     * @param after where the client stands afterwards
     */
    record Share(Money client, Money plan, boolean covered, Standing after) {}

    static Standing of(Findings findings) {
        var left = findings.deductible().left();
        var limit = findings.limit();
        return new Standing(
                left == null || !findings.deductibleApplies() ? Money.ZERO : left,
                findings.maximum().left(),
                limit == null ? null : limit.daysLeft());
    }

    /**
     * The next day.
     *
     * @param allowed what the plan allows for it
     * @param charge what we charge for it where the plan does not pay
     */
    Share next(Findings findings, Money allowed, Money charge) {
        if (findings.state() == Findings.State.INACTIVE || (daysLeft != null && daysLeft == 0)) {
            return new Share(charge, Money.ZERO, false, this);
        }
        long deductible = Math.min(deductibleLeft.cents(), allowed.cents());
        long rest = allowed.cents() - deductible;
        var copay = findings.copay();
        long fixed = copay == null ? 0 : Math.min(copay.cents(), rest);
        var percent = findings.coinsurance();
        long part = percent == null ? 0 : Math.floorDiv((rest - fixed) * percent + 50, 100);
        long client = deductible + fixed + part;
        if (maximumLeft != null) {
            client = Math.min(client, maximumLeft.cents());
        }
        var paid = new Money(client);
        return new Share(
                paid,
                allowed.minus(paid),
                true,
                new Standing(
                        new Money(deductibleLeft.cents() - deductible),
                        maximumLeft == null ? null : maximumLeft.minus(paid),
                        daysLeft == null ? null : daysLeft - 1));
    }
}
