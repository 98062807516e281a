package care.trellis.sessions;

import static care.trellis.base.Action.ATTENDANCE_CORRECT;
import static care.trellis.base.Action.CHECK_IN;
import static care.trellis.base.Action.PLACEMENT_EDIT;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import java.util.Collection;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door for rooms that write something about seats: so that nobody is marked as there
 * while they are taken off the roster, nor given two seats at one hour by two people.
 */
@Service
public class SeatLocks {

    private final SeatRecords seats;
    private final HoldRecords holds;

    SeatLocks(SeatRecords seats, HoldRecords holds) {
        this.seats = seats;
        this.holds = holds;
    }

    /**
     * Nobody else gives these clients a seat until the transaction ends. Whoever books several in
     * one transaction asks for all of them before the first, so that two of them do not wait in a
     * ring.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Permit permit, Collection<ClientId> clients) {
        permit.require(PLACEMENT_EDIT);
        holds.lockClients(clients);
    }

    /**
     * Nobody takes this seat away, nor gives it back, until the transaction ends; waits for whoever
     * does so now. Read the seat afterwards. Nothing where there is no such seat.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Permit permit, SessionId session, ClientId client) {
        permit.require(CHECK_IN, ATTENDANCE_CORRECT);
        seats.lock(session, client);
    }
}
