package care.trellis.exchange;

import care.trellis.access.OrganizationJobs;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
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
            OrganizationJobs jobs,
            Folder watched,
            Courier courier,
            @Value("${trellis.exchange.folder:}") String folder) {
        return jobs.recurring(
                "carry-files",
                OFTEN,
                Action.REMITTANCE_POST,
                Permit.Purpose.PAYMENT,
                permit -> carry(permit, watched, courier, folder));
    }

    private static void carry(Permit permit, Folder watched, Courier courier, String folder) {
        if (!folder.isBlank()) {
            var own = permit.organization().value().toString();
            try {
                watched.take(permit, Path.of(folder, own, "in"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        courier.run(permit);
    }
}
