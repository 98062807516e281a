package care.trellis.placement;

import care.trellis.base.OrganizationContext;
import care.trellis.base.OrganizationId;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Searches as jobs: one is put down in the transaction that asks for it, so that none is lost and
 * none is done for a question that was never asked. A copy of the program that dies in the middle
 * leaves it to another one, which begins anew.
 */
@Configuration(proxyBeanMethods = false)
class PlacementJobs {

    /** Puts a search down, to be done at once. */
    interface Later {

        /** Inside the transaction that asks for it. */
        void search(UUID search);
    }

    @Bean
    OneTimeTask<Void> placementSearch(PlacementSearch search) {
        return Tasks.oneTime("placement-search")
                .execute((instance, context) -> {
                    var parts = instance.getId().split("/");
                    search.run(
                            new OrganizationId(UUID.fromString(parts[0])),
                            UUID.fromString(parts[1]));
                });
    }

    @Bean
    Later later(
            DataSource pool, OneTimeTask<Void> placementSearch, ObjectProvider<Scheduler> running) {
        var client =
                SchedulerClient.Builder.create(
                                new TransactionAwareDataSourceProxy(pool), placementSearch)
                        .tableName("platform.scheduled_tasks")
                        .build();
        return search -> {
            var name = OrganizationContext.current().value() + "/" + search;
            // the machine's clock, as the scheduler reads it, not the clinic's
            client.scheduleIfNotExists(placementSearch.instance(name), Instant.now());
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            running.ifAvailable(Scheduler::triggerCheckForDueExecutions);
                        }
                    });
        };
    }
}
