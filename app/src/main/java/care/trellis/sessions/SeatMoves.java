package care.trellis.sessions;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Moves clients from one roster to another, and asks first what speaks against it; within the
 * transaction of the door.
 */
@Component
class SeatMoves {

    private final SeatChanges changes;
    private final Clock clock;

    SeatMoves(SeatChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    Seating one(
            Permit permit,
            SessionId from,
            DatedSession to,
            ClientId client,
            String reason,
            String despite) {
        return takesPlace(to)
                ? changes.moveGuarded(permit, from, to, client, reason, despite)
                : new Seating.NotTakingPlace();
    }

    /**
     * Each is seated before the next is asked about, so that the group is counted as it grows; a
     * question takes everything back to where it began.
     */
    Moving together(
            Permit permit,
            SessionId from,
            DatedSession to,
            List<ClientId> clients,
            String reason,
            String despite) {
        if (!takesPlace(to)) {
            return new Moving.NotTakingPlace();
        }
        var transaction = TransactionAspectSupport.currentTransactionStatus();
        var before = transaction.createSavepoint();
        var concerns = new LinkedHashMap<ClientId, List<String>>();
        int moved = 0;
        for (var client : clients) {
            switch (changes.moveGuarded(permit, from, to, client, reason, despite)) {
                case Seating.Seated _ -> moved++;
                case Seating.AsksWhy(var words) -> concerns.put(client, words);
                case Seating.AlreadyThere _, Seating.NotThere _, Seating.NotTakingPlace _ -> {}
            }
        }
        if (!concerns.isEmpty()) {
            transaction.rollbackToSavepoint(before);
            return new Moving.AsksWhy(concerns);
        }
        return new Moving.Moved(moved);
    }

    private boolean takesPlace(DatedSession session) {
        return !session.cancelled() && session.endsAt().isAfter(clock.instant());
    }
}
