package care.trellis.ledger;

import care.trellis.base.OrganizationContext;
import care.trellis.base.OrganizationId;
import care.trellis.base.Platform;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides marked weeks soon after the change, so that open boards stay current without anybody
 * asking. Whoever asks first decides them anyway: nothing depends on this but freshness. It starts
 * at a change of this copy, and looks at every organization from time to time for those of others
 * and for weeks that time has overtaken.
 */
@Component
class Refresher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Refresher.class);
    private static final Duration ROUND = Duration.ofSeconds(30);

    /** Gathers the changes of a moment, such as a group's check-ins, into one decision. */
    private static final Duration BREATH = Duration.ofMillis(300);

    private final Keeper keeper;
    private final TransactionTemplate transaction;
    private final Platform platform;
    private final boolean enabled;
    private final Set<OrganizationId> changed = ConcurrentHashMap.newKeySet();
    private final Semaphore wake = new Semaphore(0);
    private volatile @Nullable Thread worker;

    /**
     * @param enabled false in tests, where the first reader decides
     */
    Refresher(
            Keeper keeper,
            TransactionTemplate transaction,
            Platform platform,
            @Value("${trellis.jobs:true}") boolean enabled) {
        this.keeper = keeper;
        this.transaction = transaction;
        this.platform = platform;
        this.enabled = enabled;
    }

    /** Has the running transaction's organization looked at once it commits. */
    void wakeAfterCommit() {
        var organization = OrganizationContext.current();
        AfterCommit.run(() -> {
            changed.add(organization);
            wake.release();
        });
    }

    /** Decides what is overtaken in one organization, some clients in each transaction. */
    void refresh(OrganizationId organization) {
        OrganizationContext.run(
                organization,
                () -> {
                    while (Boolean.TRUE.equals(
                            transaction.execute(status -> keeper.settleSome(organization)))) {
                        // nobody who waits for a lock waits for all of them
                    }
                });
    }

    @Override
    public void start() {
        if (enabled) {
            // known before it runs: it works only as long as it is the one that is known
            var thread = Thread.ofPlatform().daemon().name("ledger").unstarted(this::work);
            worker = thread;
            thread.start();
        }
    }

    @Override
    public void stop() {
        var thread = worker;
        worker = null;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    private void work() {
        while (worker == Thread.currentThread()) {
            try {
                if (wake.tryAcquire(ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
                    Thread.sleep(BREATH);
                    wake.drainPermits();
                } else {
                    changed.addAll(platform.organizations());
                }
                for (var organization : changed) {
                    changed.remove(organization);
                    refresh(organization);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failed) {
                LOG.warn("A round of the ledger failed; readers decide for themselves", failed);
            }
        }
    }
}
