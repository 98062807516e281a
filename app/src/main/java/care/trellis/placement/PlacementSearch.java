package care.trellis.placement;

import care.trellis.base.OrganizationContext;
import care.trellis.base.OrganizationId;
import care.trellis.engine.placement.Effort;
import care.trellis.engine.placement.Figures;
import care.trellis.engine.placement.FirstFit;
import care.trellis.engine.placement.Optimizer;
import care.trellis.engine.placement.Question;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks for places, outside any transaction and any request: what it finds on the way is written
 * down now and then, so that whoever waits sees it move.
 */
@Component
class PlacementSearch {

    private static final Duration TOLD = Duration.ofMillis(700);

    private final ProposalRecords records;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PlacementSearch(ProposalRecords records, TransactionTemplate transaction, Clock clock) {
        this.records = records;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Does the search; one that is finished or was never begun is left alone. */
    void run(OrganizationId organization, UUID search) {
        OrganizationContext.run(
                organization,
                () -> {
                    var found = transaction.execute(status -> records.find(search));
                    if (found != null && found.isPresent()) {
                        run(search, Effort.seconds(found.get().seconds()));
                    }
                });
    }

    /** Does the search with a given effort, inside an organization. */
    void run(UUID search, Effort effort) {
        try {
            var question = transaction.execute(status -> records.question(search));
            if (question != null) {
                run(search, question, effort);
            }
        } catch (RuntimeException problem) {
            transaction.executeWithoutResult(status -> records.fail(search, clock.instant()));
            throw problem;
        }
    }

    private void run(UUID search, Question question, Effort effort) {
        int byHand = Figures.of(question, FirstFit.places(question)).minutes();
        var proposal = Optimizer.propose(question, effort, telling(search));
        transaction.executeWithoutResult(
                status -> records.finish(search, proposal, byHand, clock.instant()));
    }

    private Consumer<Figures> telling(UUID search) {
        var told = new Instant[] {Instant.EPOCH};
        return best -> {
            var now = clock.instant();
            if (told[0].plus(TOLD).isBefore(now)) {
                told[0] = now;
                transaction.executeWithoutResult(status -> records.found(search, best, now));
            }
        };
    }
}
