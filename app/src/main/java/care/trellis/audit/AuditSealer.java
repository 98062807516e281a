package care.trellis.audit;

import care.trellis.base.OrganizationContext;
import care.trellis.base.OrganizationId;
import care.trellis.base.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Seals the record of every organization each second. A failure is logged and tried again; the rows
 * themselves are safe meanwhile.
 */
@Component
@ConditionalOnProperty(name = "trellis.audit.sealing", matchIfMissing = true)
class AuditSealer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);
    private static final long PAUSE_MILLISECONDS = 1000;

    private final Platform platform;
    private final AuditChain chain;
    private final AuditMonths months;
    private volatile boolean running;

    AuditSealer(Platform platform, AuditChain chain, AuditMonths months) {
        this.platform = platform;
        this.chain = chain;
        this.months = months;
    }

    @Override
    public void start() {
        running = true;
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
                months.open();
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
}
