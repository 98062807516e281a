package care.trellis.ledger;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is done only when the running transaction has become true. */
final class AfterCommit {

    private AfterCommit() {}

    static void run(Runnable what) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        what.run();
                    }
                });
    }
}
