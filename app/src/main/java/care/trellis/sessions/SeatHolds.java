package care.trellis.sessions;

import static care.trellis.base.Action.MAKE_UP_OFFER;

import care.trellis.audit.Audit;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.base.news.News;
import care.trellis.clients.ClientId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to seats that wait for an answer. Whoever asks for the last seat holds the
 * session's row while it is counted, so that it goes to one; a hold ends by itself when its time is
 * over.
 */
@Service
public class SeatHolds {

    private final HoldRecords records;
    private final SessionRecords sessions;
    private final SeatRecords seats;
    private final ClashRecords clashes;
    private final Audit audit;
    private final News news;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SeatHolds(
            HoldRecords records,
            SessionRecords sessions,
            SeatRecords seats,
            ClashRecords clashes,
            Audit audit,
            News news,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.sessions = sessions;
        this.seats = seats;
        this.clashes = clashes;
        this.audit = audit;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Holds a seat. What was held there for the client before is let go.
     *
     * @param most people that the session takes
     * @param until later than now
     */
    @Transactional
    public Holding hold(
            Permit permit, UUID key, SessionId session, ClientId client, int most, Instant until) {
        permit.require(MAKE_UP_OFFER, new Resource(Resource.Kind.CLIENT, client.value()));
        var found = find(permit, session);
        var now = clock.instant();
        if (found.cancelled() || !found.startsAt().isAfter(now)) {
            return new Holding.NotTakingPlace();
        }
        records.lock(session);
        if (records.seated(session, client)) {
            return new Holding.AlreadyThere();
        }
        if (records.taken(session, client, now) >= most) {
            return new Holding.Full(most);
        }
        records.releaseBefore(session, client, now);
        records.add(key, session, client, until);
        audit.record(permit, "sessions.hold", key, client.value());
        return new Holding.Held(key, until);
    }

    /** Makes a held seat the client's own. */
    @Transactional
    public Taking take(Permit permit, UUID hold) {
        permit.require(MAKE_UP_OFFER);
        var before = records.find(hold).orElseThrow(NotFound::new);
        var session = find(permit, before.session());
        records.lockClients(List.of(before.client()));
        records.lock(before.session());
        var held = records.find(hold).orElseThrow(NotFound::new);
        if (held.taken()) {
            return new Taking.Taken(held.session());
        }
        var now = clock.instant();
        if (!held.open() || !held.until().isAfter(now)) {
            return new Taking.Over();
        }
        if (session.cancelled() || !session.startsAt().isAfter(now)) {
            return new Taking.NotTakingPlace();
        }
        if (!clashes.of(held.client(), List.of(held.session()), List.of()).isEmpty()) {
            return new Taking.Over();
        }
        records.take(hold, now);
        seats.seat(permit, held.session(), held.client(), RosterSeat.Source.MAKE_UP.name())
                .ifPresent(seat -> {
                    audit.record(
                            permit,
                            "sessions.seat",
                            held.session().value(),
                            held.client().value(),
                            RosterSeat.Source.MAKE_UP.name());
                    events.publishEvent(new RosterChanged(seat.client(), seat.localDate()));
                    news.tell(
                            permit.organization(),
                            Sessions.ROSTER,
                            List.of(seat.session().value()));
                });
        return new Taking.Taken(held.session());
    }

    /** Lets a seat go before its time; one that was taken stays taken. */
    @Transactional
    public void release(Permit permit, UUID hold) {
        permit.require(MAKE_UP_OFFER);
        records.release(hold, clock.instant());
    }

    private DatedSession find(Permit permit, SessionId session) {
        return sessions.find(permit, session)
                .filter(it -> permit.actor().worksAt(it.site().value()))
                .orElseThrow(NotFound::new);
    }
}
