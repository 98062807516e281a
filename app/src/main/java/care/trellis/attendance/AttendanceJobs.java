package care.trellis.attendance;

import care.trellis.access.OrganizationJobs;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What attendance does by itself. */
@Configuration(proxyBeanMethods = false)
class AttendanceJobs {

    private static final Duration OFTEN = Duration.ofMinutes(1);

    /** Closes what was left open when a session ended, in each organization. */
    @Bean
    RecurringTask<Void> closeEndedSessions(OrganizationJobs jobs, Attendance attendance) {
        return jobs.recurring(
                "close-ended-sessions",
                OFTEN,
                Action.CHECK_IN,
                Permit.Purpose.OPERATIONS,
                attendance::closeEnded);
    }
}
