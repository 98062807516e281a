package care.trellis.sessions;

import care.trellis.audit.Audit;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.news.News;
import care.trellis.clients.ClientId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gives one client a seat or takes it, and tells; within the transaction of the door. */
@Component
class SeatChanges {

    private final SessionRecords records;
    private final SeatRecords seats;
    private final HoldRecords holds;
    private final SeatGuard guard;
    private final List<SeatTraces> rooms;
    private final Audit audit;
    private final News news;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SeatChanges(
            SessionRecords records,
            SeatRecords seats,
            HoldRecords holds,
            SeatGuard guard,
            List<SeatTraces> rooms,
            Audit audit,
            News news,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.seats = seats;
        this.holds = holds;
        this.guard = guard;
        this.rooms = List.copyOf(rooms);
        this.audit = audit;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    Seating take(Permit permit, DatedSession session, ClientId client, RosterSeat.Source source) {
        if (session.cancelled()) {
            return new Seating.NotTakingPlace();
        }
        if (!records.clientAt(permit, session.site(), client)) {
            throw new NotFound();
        }
        var taken = seats.seat(permit, session.id(), client, source.name());
        if (taken.isEmpty()) {
            return new Seating.AlreadyThere();
        }
        audit.record(permit, "sessions.seat", session.id().value(), client.value(), source.name());
        changed(permit, taken.get());
        return new Seating.Seated();
    }

    /** The same, but asks first what speaks against it. The last seat goes to one. */
    Seating takeGuarded(
            Permit permit,
            DatedSession session,
            ClientId client,
            RosterSeat.Source source,
            String why) {
        if (session.cancelled()) {
            return new Seating.NotTakingPlace();
        }
        holds.lockClients(List.of(client));
        holds.lock(session.id());
        if (holds.seated(session.id(), client)) {
            return new Seating.AlreadyThere();
        }
        var concerns = guard.concerns(client, List.of(session.id()), List.of());
        if (!concerns.isEmpty() && !SeatReason.holds(why)) {
            return new Seating.AsksWhy(SeatGuard.words(concerns, 1));
        }
        var seating = take(permit, session, client, source);
        if (seating instanceof Seating.Seated) {
            guard.passOver(permit, Ids.next(), client, null, concerns, why);
        }
        return seating;
    }

    /**
     * Takes a client off one roster and seats them in another, asking first as for any seat; the
     * caller has locked the client.
     */
    Seating moveGuarded(
            Permit permit,
            SessionId from,
            DatedSession to,
            ClientId client,
            String reason,
            String despite) {
        holds.lock(to.id());
        if (!holds.seated(from, client)) {
            return new Seating.NotThere();
        }
        var concerns =
                holds.seated(to.id(), client)
                        ? List.<SeatConcern>of()
                        : guard.concerns(client, List.of(to.id()), List.of(from));
        if (!concerns.isEmpty() && !SeatReason.holds(despite)) {
            return new Seating.AsksWhy(SeatGuard.words(concerns, 1));
        }
        var freed = free(permit, from, client, reason);
        if (!(freed instanceof Seating.Seated)) {
            return freed;
        }
        var seating = take(permit, to, client, RosterSeat.Source.MAKE_UP);
        if (seating instanceof Seating.Seated) {
            guard.passOver(permit, Ids.next(), client, null, concerns, despite);
        }
        return seating;
    }

    /**
     * Takes a removal back, asking first as for any seat.
     *
     * @param movedTo where the removal moved the client, who leaves it again; null: nowhere
     */
    Seating putBackGuarded(
            Permit permit,
            SessionId session,
            ClientId client,
            @Nullable SessionId movedTo,
            String despite) {
        holds.lockClients(List.of(client));
        holds.lock(session);
        if (holds.seated(session, client)) {
            return new Seating.AlreadyThere();
        }
        var concerns =
                guard.concerns(
                        client,
                        List.of(session),
                        Optional.ofNullable(movedTo).map(List::of).orElse(List.of()));
        if (!concerns.isEmpty() && !SeatReason.holds(despite)) {
            return new Seating.AsksWhy(SeatGuard.words(concerns, 1));
        }
        if (movedTo != null && wasHere(movedTo, client)) {
            return new Seating.WasHere();
        }
        var seat = seats.putBack(permit, session, client);
        if (seat.isEmpty()) {
            return new Seating.NotThere();
        }
        audit.record(permit, "sessions.seat", session.value(), client.value(), "PUT_BACK");
        guard.passOver(permit, Ids.next(), client, null, concerns, despite);
        changed(permit, seat.get());
        if (movedTo != null) {
            free(permit, movedTo, client, "Moved back");
        }
        return new Seating.Seated();
    }

    /** Takes a client off a roster, unless they were there. */
    Seating free(Permit permit, SessionId session, ClientId client, String reason) {
        if (wasHere(session, client)) {
            return new Seating.WasHere();
        }
        var freed = seats.free(permit, session, client, required(reason), clock.instant());
        if (freed.isEmpty()) {
            return new Seating.NotThere();
        }
        audit.record(permit, "sessions.seat", session.value(), client.value(), "REMOVED");
        changed(permit, freed.get());
        return new Seating.Seated();
    }

    /** Whoever checks in waits until this has ended, and whoever checked in before is seen. */
    private boolean wasHere(SessionId session, ClientId client) {
        seats.lock(session, client);
        return rooms.stream().anyMatch(room -> room.wasHere(session, client));
    }

    void changed(Permit permit, SeatRecords.Taken seat) {
        events.publishEvent(new RosterChanged(seat.client(), seat.localDate()));
        news.tell(permit.organization(), Sessions.ROSTER, List.of(seat.session().value()));
    }

    static String required(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A reason is required");
        }
        return reason.strip();
    }
}
