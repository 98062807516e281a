package care.trellis.messages;

import care.trellis.access.OrganizationJobs;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the outbox does by itself. */
@Configuration(proxyBeanMethods = false)
class MessageJobs {

    private static final Duration OFTEN = Duration.ofSeconds(10);

    /** Sends what is due, in each organization. */
    @Bean
    RecurringTask<Void> sendMessages(OrganizationJobs jobs, Delivery delivery) {
        return jobs.recurring(
                "send-messages",
                OFTEN,
                Action.MESSAGE_SEND,
                Permit.Purpose.OPERATIONS,
                delivery::run);
    }
}
