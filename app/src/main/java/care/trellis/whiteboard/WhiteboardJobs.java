package care.trellis.whiteboard;

import care.trellis.access.OrganizationJobs;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the whiteboard does by itself. */
@Configuration(proxyBeanMethods = false)
class WhiteboardJobs {

    /** Notes the groups that ended over their limit, in each organization. */
    @Bean
    RecurringTask<Void> noteLargeGroups(OrganizationJobs jobs, LargeGroups groups) {
        return jobs.recurring(
                "note-large-groups",
                Duration.ofMinutes(10),
                Action.SHIFT_VIEW,
                Permit.Purpose.OPERATIONS,
                groups::note);
    }
}
