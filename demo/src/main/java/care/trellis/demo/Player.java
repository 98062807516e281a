package care.trellis.demo;

import care.trellis.base.OrganizationContext;
import care.trellis.base.OrganizationId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Acts out steps in the order of their moments, the clock showing each. Steps share transactions in
 * batches: the doors join one that is open, and a history is made for a third of the price.
 */
@InDemo
class Player {

    private static final int BATCH = 60;

    private final TransactionTemplate transaction;
    private final StoryClock clock;

    Player(TransactionTemplate transaction, StoryClock clock) {
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Does one thing at a moment. */
    void at(Instant moment, Runnable work) {
        clock.set(moment);
        work.run();
    }

    /**
     * Acts out the steps up to a moment; later ones are left undone.
     *
     * @throws Interrupted when the program was told to stop
     */
    void play(OrganizationId organization, List<Step> steps, Instant until) {
        var due =
                steps.stream()
                        .filter(step -> !step.at().isAfter(until))
                        .sorted(Comparator.comparing(Step::at))
                        .toList();
        OrganizationContext.run(
                organization,
                () -> {
                    for (int from = 0; from < due.size(); from += BATCH) {
                        batch(due.subList(from, Math.min(from + BATCH, due.size())));
                    }
                });
    }

    private void batch(List<Step> steps) {
        Interrupted.check();
        transaction.executeWithoutResult(
                status -> steps.forEach(step -> at(step.at(), step.does())));
    }
}
