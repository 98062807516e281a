package care.trellis.drugtests;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.base.Platform;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What drug tests do by themselves. */
@Configuration(proxyBeanMethods = false)
class DrugTestJobs {

    private static final Duration OFTEN = Duration.ofMinutes(1);

    /** Promises seeds and draws at six o'clock of each site, in each organization. */
    @Bean
    RecurringTask<Void> drawTests(Platform platform, Draws draws) {
        return Tasks.recurring("draw-drug-tests", FixedDelay.of(OFTEN))
                .execute((instance, context) ->
                        platform.organizations()
                                .forEach(organization ->
                                        OrganizationContext.run(
                                                organization,
                                                () ->
                                                        draws.run(
                                                                Access.system(
                                                                        organization,
                                                                        Action.DRUG_TEST_ORDER,
                                                                        Permit.Purpose
                                                                                .TREATMENT)))));
    }
}
