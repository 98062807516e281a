package care.trellis.attendance;

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

/** What attendance does by itself. */
@Configuration(proxyBeanMethods = false)
class AttendanceJobs {

    private static final Duration OFTEN = Duration.ofMinutes(1);

    /** Closes what was left open when a session ended, in each organization. */
    @Bean
    RecurringTask<Void> closeEndedSessions(Platform platform, Attendance attendance) {
        return Tasks.recurring("close-ended-sessions", FixedDelay.of(OFTEN))
                .execute((instance, context) ->
                        platform.organizations()
                                .forEach(organization ->
                                        OrganizationContext.run(
                                                organization,
                                                () ->
                                                        attendance.closeEnded(
                                                                Access.system(
                                                                        organization,
                                                                        Action.CHECK_IN,
                                                                        Permit.Purpose
                                                                                .OPERATIONS)))));
    }
}
