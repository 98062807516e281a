package care.trellis.audit;

import care.trellis.base.OrganizationContext;
import care.trellis.base.OrganizationId;
import care.trellis.base.Platform;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Seals the record of every organization each second, and opens the record's months ahead. A
 * failure is logged and tried again; the rows themselves are safe meanwhile.
 */
@Component
@ConditionalOnProperty(name = "trellis.audit.sealing", matchIfMissing = true)
class AuditSealer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);
    private static final long PAUSE_MILLISECONDS = 1000;

    private final Platform platform;
    private final AuditChain chain;
    private final Clock clock;
    private volatile boolean running;
    private volatile LocalDate monthsOpenedOn = LocalDate.MIN;

    AuditSealer(Platform platform, AuditChain chain, Clock clock) {
        this.platform = platform;
        this.chain = chain;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        openMonths();
        Thread.ofVirtual().name("audit-sealer").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                Thread.sleep(PAUSE_MILLISECONDS);
                openMonths();
                platform.organizations().forEach(this::seal);
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                LOG.error("The record could not be sealed: {}", failed.getClass().getName());
            }
        }
    }

    private void seal(OrganizationId organization) {
        while (running && OrganizationContext.in(organization, chain::seal) >= ChainRecords.BATCH) {
            // a long history is sealed in parts, each committed
        }
    }

    /**
     * This month and the next two; where a month is not open, its rows go to a partition of their
     * own.
     */
    private void openMonths() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (today.equals(monthsOpenedOn)) {
            return;
        }
        try {
            platform.in(sql -> {
                for (int ahead = 0; ahead < 3; ahead++) {
                    sql.sql("select audit.open_month(:day)")
                            .param("day", today.plusMonths(ahead))
                            .query((row, number) -> true)
                            .single();
                }
                return true;
            });
        } catch (RuntimeException rowsInTheWay) {
            LOG.warn("A month of the record stays in the common partition");
        }
        monthsOpenedOn = today;
    }
}
