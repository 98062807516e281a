package care.trellis.access;

import care.trellis.base.Action;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.base.Platform;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Work that the program does by itself in every organization, one after the other. */
@Component
public class OrganizationJobs {

    private final Platform platform;

    OrganizationJobs(Platform platform) {
        this.platform = platform;
    }

    /**
     * A task that begins with the program and comes again.
     *
     * @param name one that no other task has; the database remembers the last time by it
     * @param delay from one end to the next beginning
     * @param work gets the program's own permit for the action, inside the organization
     */
    public RecurringTask<Void> recurring(
            String name,
            Duration delay,
            Action action,
            Permit.Purpose purpose,
            Consumer<Permit> work) {
        return Tasks.recurring(name, FixedDelay.of(delay))
                .execute((instance, context) ->
                        platform.organizations()
                                .forEach(organization ->
                                        OrganizationContext.run(
                                                organization,
                                                () ->
                                                        work.accept(
                                                                Access.system(
                                                                        organization,
                                                                        action,
                                                                        purpose)))));
    }
}
