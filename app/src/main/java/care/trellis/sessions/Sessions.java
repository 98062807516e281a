package care.trellis.sessions;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.base.news.News;
import care.trellis.clients.ClientId;
import care.trellis.organizations.SiteId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Dated sessions and who is expected in them. Nothing is destroyed: a removed client and a
 * cancelled session stay, with the reason.
 */
@Service
public class Sessions {

    /** Topic of the news that a roster changed; its ids are the sessions. */
    public static final String ROSTER = "roster";

    private final SessionRecords records;
    private final SeatRecords seats;
    private final SeatChanges changes;
    private final SeatMoves moves;
    private final Reservations reservations;
    private final Audit audit;
    private final Once once;
    private final News news;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sessions(
            SessionRecords records,
            SeatRecords seats,
            SeatChanges changes,
            SeatMoves moves,
            Reservations reservations,
            Audit audit,
            Once once,
            News news,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.seats = seats;
        this.changes = changes;
        this.moves = moves;
        this.reservations = reservations;
        this.audit = audit;
        this.once = once;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    /** One session, where the actor works at its site. */
    @Transactional(readOnly = true)
    public Optional<DatedSession> find(Permit permit, SessionId session) {
        permit.require(
                Action.SESSION_VIEW,
                Action.SESSION_EDIT,
                Action.CHECK_IN,
                Action.ATTENDANCE_CORRECT,
                Action.NOTE_VIEW,
                Action.NOTE_WRITE,
                Action.NOTE_SIGN);
        return records.find(permit, session)
                .filter(found -> permit.actor().worksAt(found.site().value()));
    }

    /** The sessions of one day at one site, in the order in which they begin. */
    @Transactional(readOnly = true)
    public List<DatedSession> on(Permit permit, SiteId site, LocalDate day) {
        permit.require(
                Action.SESSION_VIEW,
                Action.SESSION_EDIT,
                Action.CHECK_IN,
                Action.ATTENDANCE_CORRECT,
                Action.BOARD_VIEW);
        return permit.actor().worksAt(site.value()) ? records.on(permit, site, day) : List.of();
    }

    /** The sessions of one track from a day to a day, in order. */
    @Transactional(readOnly = true)
    public List<DatedSession> of(Permit permit, TrackId track, LocalDate from, LocalDate to) {
        permit.require(Action.SESSION_VIEW, Action.SESSION_EDIT);
        return records.of(permit, track, from, to).stream()
                .filter(session -> permit.actor().worksAt(session.site().value()))
                .toList();
    }

    /** Everyone who is or was on the roster, by name. The reading is recorded as one row. */
    @Transactional
    public List<RosterSeat> roster(Permit permit, SessionId session) {
        permit.require(
                Action.SESSION_VIEW,
                Action.SESSION_EDIT,
                Action.CHECK_IN,
                Action.ATTENDANCE_CORRECT);
        require(permit, session);
        var roster = records.roster(permit, session);
        audit.recordMany(permit, "sessions.seat", session.value(), roster.size());
        return roster;
    }

    /** Clients of the session's site who are in a program and not on this roster, by name. */
    @Transactional
    public List<Candidate> candidates(Permit permit, SessionId session) {
        permit.require(
                Action.SESSION_VIEW,
                Action.SESSION_EDIT,
                Action.CHECK_IN,
                Action.ATTENDANCE_CORRECT);
        var candidates = records.candidates(permit, require(permit, session));
        audit.recordMany(permit, "episodes.episode", session.value(), candidates.size());
        return candidates;
    }

    /**
     * Adds a client who came without being expected.
     *
     * @param why the seat is given although something speaks against it, at most 500 characters;
     *     empty asks for it first
     */
    @Transactional
    public Seating addWalkIn(Permit permit, SessionId session, ClientId client, String why) {
        permit.require(Action.SESSION_EDIT, Action.CHECK_IN);
        var found = require(permit, session);
        return found.endsAt().isAfter(clock.instant())
                ? changes.takeGuarded(permit, found, client, RosterSeat.Source.WALK_IN, why)
                : new Seating.NotTakingPlace();
    }

    /**
     * Moves a client to another session: expected there, and no longer here.
     *
     * @param reason stands on the roster that the client leaves
     * @param despite why the client moves although something speaks against it, at most 500
     *     characters; empty asks for it first
     */
    @Transactional
    public Seating move(
            Permit permit,
            SessionId from,
            SessionId to,
            ClientId client,
            String reason,
            String despite) {
        permit.require(Action.SESSION_EDIT);
        require(permit, from);
        return moves.one(permit, from, require(permit, to), client, reason, despite);
    }

    /**
     * Moves several clients of one session to another. Where something speaks against one of them
     * and no word says why they go all the same, nobody moves.
     *
     * @param reason stands on the roster that they leave
     * @param despite as for one client; it holds for all against whom something speaks
     */
    @Transactional
    public Moving moveTogether(
            Permit permit,
            SessionId from,
            SessionId to,
            List<ClientId> clients,
            String reason,
            String despite) {
        permit.require(Action.SESSION_EDIT);
        require(permit, from);
        return moves.together(permit, from, require(permit, to), clients, reason, despite);
    }

    /** Adds a client who turned out to have been there, also after the end. */
    @Transactional
    public Seating addAfterwards(Permit permit, SessionId session, ClientId client) {
        permit.require(Action.ATTENDANCE_CORRECT);
        return changes.take(permit, require(permit, session), client, RosterSeat.Source.WALK_IN);
    }

    /** Moves a client to the session that they were in, also after the end. */
    @Transactional
    public Seating moveAfterwards(
            Permit permit, SessionId from, SessionId to, ClientId client, String reason) {
        permit.require(Action.ATTENDANCE_CORRECT);
        require(permit, from);
        var target = require(permit, to);
        if (target.cancelled()) {
            return new Seating.NotTakingPlace();
        }
        var left = changes.free(permit, from, client, reason);
        return left instanceof Seating.Seated
                ? changes.take(permit, target, client, RosterSeat.Source.MAKE_UP)
                : left;
    }

    /** Takes a client off the roster. The seat stays, with the reason. */
    @Transactional
    public Seating remove(Permit permit, SessionId session, ClientId client, String reason) {
        permit.require(Action.SESSION_EDIT);
        require(permit, session);
        return changes.free(permit, session, client, reason);
    }

    /**
     * Takes a removal back: the client is expected again, in the way they were before.
     *
     * @param movedTo where the removal moved the client, who is no longer expected there; null for
     *     a removal that moved nobody
     * @param despite why the seat is given although something speaks against it now, at most 500
     *     characters; empty asks for it first
     */
    @Transactional
    public Seating putBack(
            Permit permit,
            SessionId session,
            ClientId client,
            @Nullable SessionId movedTo,
            String despite) {
        permit.require(Action.SESSION_EDIT);
        var found = require(permit, session);
        if (movedTo != null) {
            require(permit, movedTo);
        }
        return found.cancelled() || !found.endsAt().isAfter(clock.instant())
                ? new Seating.NotTakingPlace()
                : changes.putBackGuarded(permit, session, client, movedTo, despite);
    }

    /** Calls a session off. Who was expected stays on its roster. */
    @Transactional
    public Cancellation cancel(Permit permit, SessionId session, String reason) {
        permit.require(Action.SESSION_EDIT, new Resource(Resource.Kind.SESSION, session.value()));
        Instant now = clock.instant();
        var found = require(permit, session);
        if (!found.endsAt().isAfter(now)) {
            return new Cancellation.Over();
        }
        if (records.cancel(permit, session, SeatChanges.required(reason), now)) {
            audit.record(permit, "sessions.session", session.value(), null, "CANCELLED");
            seats.expected(permit, session).forEach(events::publishEvent);
            news.tell(permit.organization(), ROSTER, List.of(session.value()));
            return new Cancellation.Cancelled();
        }
        return new Cancellation.AlreadyCancelled(require(permit, session).cancelReason());
    }

    /** Plans a session of one client with one or two members of staff. */
    @Transactional
    public Planning plan(Permit permit, UUID key, NewSession wanted) {
        permit.require(Action.SESSION_EDIT);
        var zone =
                records.zone(permit, wanted.site())
                        .filter(found -> permit.actor().worksAt(wanted.site().value()))
                        .orElseThrow(NotFound::new);
        if (!records.belongHere(permit, wanted)) {
            return new Planning.NotAtThisSite();
        }
        var when = SessionCalendar.on(wanted.date(), wanted.starts(), wanted.minutes(), zone);
        var session = new SessionId(key);
        var obstacles = obstacles(permit, wanted, when, session);
        if (!obstacles.none()) {
            return new Planning.Taken(obstacles);
        }
        if (once.first(permit, key, "plan " + wanted)) {
            records.add(permit, session, wanted, zone, when);
            audit.record(permit, "sessions.session", key, wanted.client().value());
            seats.seat(permit, session, wanted.client(), RosterSeat.Source.PLANNED.name())
                    .ifPresent(taken -> changes.changed(permit, taken));
        }
        return new Planning.Planned(session, when.shifted());
    }

    private Obstacles obstacles(
            Permit permit, NewSession wanted, SessionCalendar.Occurrence when, SessionId session) {
        return reservations.of(
                permit,
                wanted.site(),
                wanted.room(),
                wanted.people(),
                List.of(when),
                List.of(session));
    }

    private DatedSession require(Permit permit, SessionId session) {
        return records.find(permit, session)
                .filter(found -> permit.actor().worksAt(found.site().value()))
                .orElseThrow(NotFound::new);
    }
}
