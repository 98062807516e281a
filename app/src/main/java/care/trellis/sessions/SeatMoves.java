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
    private final HoldRecords holds;
    private final Clock clock;

    SeatMoves(SeatChanges changes, HoldRecords holds, Clock clock) {
        this.changes = changes;
        this.holds = holds;
        this.clock = clock;
    }

    Seating one(
            Permit permit,
            SessionId from,
            DatedSession to,
            ClientId client,
            String reason,
            String despite) {
        if (!takesPlace(to)) {
            return new Seating.NotTakingPlace();
        }
        holds.lockClients(List.of(client));
        return changes.moveGuarded(permit, from, to, client, reason, despite);
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
        holds.lockClients(clients);
        var transaction = TransactionAspectSupport.currentTransactionStatus();
        var before = transaction.createSavepoint();
        var concerns = new LinkedHashMap<ClientId, List<String>>();
        int moved = 0;
        int stayed = 0;
        for (var client : clients) {
            switch (changes.moveGuarded(permit, from, to, client, reason, despite)) {
                case Seating.Seated _, Seating.AlreadyThere _ -> moved++;
                case Seating.WasHere _ -> stayed++;
                case Seating.AsksWhy(var words) -> concerns.put(client, words);
                case Seating.NotThere _, Seating.NotTakingPlace _ -> {}
            }
        }
        if (!concerns.isEmpty()) {
            transaction.rollbackToSavepoint(before);
            return new Moving.AsksWhy(concerns);
        }
        return new Moving.Moved(moved, stayed);
    }

    private boolean takesPlace(DatedSession session) {
        return !session.cancelled() && session.endsAt().isAfter(clock.instant());
    }
}
