package care.trellis.cashier;

import care.trellis.access.OrganizationJobs;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the cashier does without anybody. */
@Configuration(proxyBeanMethods = false)
class CashierJobs {

    private static final Duration OFTEN = Duration.ofHours(1);

    /** Charges the days of yesterday that no payer covers, in each organization. */
    @Bean
    RecurringTask<Void> chargeOwnDays(OrganizationJobs jobs, Fees fees) {
        return jobs.recurring(
                "charge-own-days",
                OFTEN,
                Action.CASHIER_EDIT,
                Permit.Purpose.PAYMENT,
                fees::chargeDays);
    }

    /** Takes off what is due by rules that changed, in each organization; payments need no job. */
    @Bean
    RecurringTask<Void> easeShares(OrganizationJobs jobs, Shares shares) {
        return jobs.recurring(
                "ease-shares", OFTEN, Action.CASHIER_EDIT, Permit.Purpose.PAYMENT, shares::ease);
    }

    /** Asks what came of card payments whose payer did not come back to the page. */
    @Bean
    RecurringTask<Void> settleCards(OrganizationJobs jobs, CardPayments cards) {
        return jobs.recurring(
                "settle-cards",
                Duration.ofMinutes(5),
                Action.CASHIER_TAKE,
                Permit.Purpose.PAYMENT,
                cards::settleOpen);
    }
}
