package care.trellis.exchange;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.OrganizationContext;
import care.trellis.base.OrganizationId;
import care.trellis.base.Permit;
import care.trellis.base.Platform;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the exchange does by itself. */
@Configuration(proxyBeanMethods = false)
class ExchangeJobs {

    private static final Duration OFTEN = Duration.ofMinutes(2);

    /**
     * Empties the watched folders and asks the clearinghouses, in each organization.
     *
     * @param folder holds a folder for each organization, by its id; empty watches none
     */
    @Bean
    RecurringTask<Void> carryFiles(
            Platform platform,
            Folder watched,
            Courier courier,
            @Value("${trellis.exchange.folder:}") String folder) {
        return Tasks.recurring("carry-files", FixedDelay.of(OFTEN))
                .execute((instance, context) ->
                        platform.organizations()
                                .forEach(organization ->
                                        OrganizationContext.run(
                                                organization,
                                                () ->
                                                        carry(
                                                                organization,
                                                                watched,
                                                                courier,
                                                                folder))));
    }

    private static void carry(
            OrganizationId organization, Folder watched, Courier courier, String folder) {
        var permit = Access.system(organization, Action.REMITTANCE_POST, Permit.Purpose.PAYMENT);
        if (!folder.isBlank()) {
            try {
                watched.take(permit, Path.of(folder, organization.value().toString(), "in"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        courier.run(permit);
    }
}
