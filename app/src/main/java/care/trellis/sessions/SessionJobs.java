package care.trellis.sessions;

import care.trellis.access.OrganizationJobs;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What sessions do by themselves. */
@Configuration(proxyBeanMethods = false)
class SessionJobs {

    private static final Duration OFTEN = Duration.ofHours(3);

    /** Keeps the weeks ahead filled, in each organization. */
    @Bean
    RecurringTask<Void> makeSessions(OrganizationJobs jobs, Tracks tracks) {
        return jobs.recurring(
                "make-sessions",
                OFTEN,
                Action.SESSION_EDIT,
                Permit.Purpose.OPERATIONS,
                tracks::makeSessions);
    }
}
