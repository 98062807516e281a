package care.trellis.messages;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is due, one at a time: claimed in one transaction, handed over outside any, settled in
 * another. Who dies in between leaves a message that is neither sent nor waiting; after two minutes
 * it is marked as of unknown outcome, and a person decides.
 */
@Service
public class Delivery {

    /** Longer than any carrier is waited for. */
    static final Duration LEASE = Duration.ofMinutes(2);

    /** At one time; the next run goes on. */
    private static final int MOST = 200;

    /** How often a message that could not be handed over is tried; two days in all. */
    private static final int MOST_TRIES = 12;

    private final MessageRecords records;
    private final Carriers carriers;
    private final StopLinks links;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Delivery(
            MessageRecords records,
            Carriers carriers,
            StopLinks links,
            TransactionTemplate transaction,
            Clock clock) {
        this.records = records;
        this.carriers = carriers;
        this.links = links;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A message that this caller alone hands over. */
    record Claimed(Carrier.Outgoing message, Carrier carrier) {}

    /**
     * Sends what is due.
     *
     * @return how many were handed to a carrier
     */
    public int run(Permit permit) {
        permit.require(Action.MESSAGE_SEND);
        transaction.executeWithoutResult(status -> {
            var now = clock.instant();
            records.giveUp(now.minus(LEASE), now);
            records.withdrawUseless(now);
        });
        for (int sent = 0; sent < MOST; sent++) {
            var claimed = claim();
            if (claimed.isEmpty()) {
                return sent;
            }
            settle(claimed.get(), hand(claimed.get()));
        }
        return MOST;
    }

    Optional<Claimed> claim() {
        var claimed =
                transaction.execute(status ->
                        records.claim(clock.instant())
                                .map(message ->
                                        new Claimed(linked(message), carriers.of(message.way()))));
        return claimed == null ? Optional.empty() : claimed;
    }

    Carrier.Handing hand(Claimed claimed) {
        return claimed.carrier().hand(claimed.message());
    }

    void settle(Claimed claimed, Carrier.Handing handing) {
        var now = clock.instant();
        switch (handing) {
            case Carrier.Handing.Taken(var reference) ->
                    settle(claimed, State.SENT, reference, null, now);
            case Carrier.Handing.Refused(var why) -> settle(claimed, State.REFUSED, null, why, now);
            case Carrier.Handing.Unknown(var why) ->
                    settle(claimed, State.OUTCOME_UNKNOWN, null, why, now);
            case Carrier.Handing.NotTaken(var why) -> {
                int tries = claimed.message().tries();
                if (tries >= MOST_TRIES) {
                    settle(claimed, State.REFUSED, null, why, now);
                } else {
                    settle(claimed, State.QUEUED, null, why, now.plus(pause(tries)));
                }
            }
        }
    }

    /** One minute, two, four … and at most eight hours. */
    private static Duration pause(int tries) {
        return Duration.ofMinutes(Math.min(480, 1L << Math.min(9, tries - 1)));
    }

    private void settle(
            Claimed claimed,
            State state,
            @org.jspecify.annotations.Nullable String reference,
            @org.jspecify.annotations.Nullable String problem,
            Instant notBefore) {
        transaction.executeWithoutResult(status ->
                records.settle(
                        claimed.message().id(),
                        state,
                        claimed.carrier().kind(),
                        reference,
                        problem,
                        notBefore,
                        clock.instant()));
    }

    private Carrier.Outgoing linked(Carrier.Outgoing message) {
        return message.way() == Way.MAIL
                ? new Carrier.Outgoing(
                        message.id(),
                        message.way(),
                        message.address(),
                        message.subject(),
                        message.body(),
                        links.of(message.id()),
                        message.tries(),
                        message.queuedAt())
                : message;
    }
}
