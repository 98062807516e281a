package care.trellis.drugtests;

import care.trellis.access.OrganizationJobs;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What drug tests do by themselves. */
@Configuration(proxyBeanMethods = false)
class DrugTestJobs {

    private static final Duration OFTEN = Duration.ofMinutes(1);

    /** Promises seeds and draws at six o'clock of each site, in each organization. */
    @Bean
    RecurringTask<Void> drawTests(OrganizationJobs jobs, Draws draws) {
        return jobs.recurring(
                "draw-drug-tests",
                OFTEN,
                Action.DRUG_TEST_ORDER,
                Permit.Purpose.TREATMENT,
                draws::run);
    }
}
