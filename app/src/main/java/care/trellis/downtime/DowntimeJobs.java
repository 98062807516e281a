package care.trellis.downtime;

import care.trellis.access.OrganizationJobs;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is printed by itself. */
@Configuration(proxyBeanMethods = false)
class DowntimeJobs {

    private static final Duration OFTEN = Duration.ofMinutes(5);

    /** Makes the pack of the morning at six o'clock of each site, in each organization. */
    @Bean
    RecurringTask<Void> makeDowntimePacks(OrganizationJobs jobs, Packs packs) {
        return jobs.recurring(
                "make-downtime-packs",
                OFTEN,
                Action.DOWNTIME_PACK,
                Permit.Purpose.OPERATIONS,
                packs::morning);
    }
}
