package care.trellis.outreach;

import care.trellis.access.OrganizationJobs;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What outreach does by itself. */
@Configuration(proxyBeanMethods = false)
class OutreachJobs {

    /** Asks for reminders, in each organization. */
    @Bean
    RecurringTask<Void> planReminders(OrganizationJobs jobs, Reminders reminders) {
        return jobs.recurring(
                "plan-reminders",
                Duration.ofMinutes(5),
                Action.OUTREACH,
                Permit.Purpose.OPERATIONS,
                reminders::plan);
    }

    /** Notices who is missing, in each organization. */
    @Bean
    RecurringTask<Void> noticeAbsences(OrganizationJobs jobs, Absences absences) {
        return jobs.recurring(
                "notice-absences",
                Duration.ofMinutes(1),
                Action.OUTREACH,
                Permit.Purpose.TREATMENT,
                absences::notice);
    }
}
