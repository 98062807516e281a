package care.trellis.measures;

import care.trellis.access.OrganizationJobs;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What measures do by themselves. */
@Configuration(proxyBeanMethods = false)
class MeasureJobs {

    private static final Duration HOURLY = Duration.ofHours(1);

    private static final Duration OFTEN = Duration.ofSeconds(30);

    /** Escalates alerts whose time is up, in each organization. */
    @Bean
    RecurringTask<Void> escalateAlerts(OrganizationJobs jobs, Alerts alerts) {
        return jobs.recurring(
                "escalate-alerts",
                OFTEN,
                Action.ALERT_ACT,
                Permit.Purpose.TREATMENT,
                alerts::escalate);
    }

    /** Looks for silence once an hour, in each organization. */
    @Bean
    RecurringTask<Void> watchForSilence(OrganizationJobs jobs, SilenceWatch silence) {
        return jobs.recurring(
                "watch-for-silence",
                HOURLY,
                Action.ALERT_ACT,
                Permit.Purpose.TREATMENT,
                silence::look);
    }
}
