package care.trellis.sessions;

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

/** What sessions do by themselves. */
@Configuration(proxyBeanMethods = false)
class SessionJobs {

    private static final Duration OFTEN = Duration.ofHours(3);

    /** Keeps the weeks ahead filled, in each organization. */
    @Bean
    RecurringTask<Void> makeSessions(Platform platform, Tracks tracks) {
        return Tasks.recurring("make-sessions", FixedDelay.of(OFTEN))
                .execute((instance, context) ->
                        platform.organizations()
                                .forEach(organization ->
                                        OrganizationContext.run(
                                                organization,
                                                () ->
                                                        tracks.makeSessions(
                                                                Access.system(
                                                                        organization,
                                                                        Action.SESSION_EDIT,
                                                                        Permit.Purpose
                                                                                .OPERATIONS)))));
    }
}
