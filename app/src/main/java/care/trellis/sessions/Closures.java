package care.trellis.sessions;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.organizations.RoomId;
import care.trellis.organizations.SiteId;
import care.trellis.organizations.StaffId;
import care.trellis.web.When;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to days on which a site does not meet as planned: holidays, and the snow day on
 * which everything is called off, or meets by video, with one press. What has begun stays. Sessions
 * that are made later for such a day heed it too. All of it can be taken back.
 */
@Service
public class Closures {

    private final ClosureRecords records;
    private final SeriesRecords sessions;
    private final Closing closing;
    private final Reservations reservations;
    private final RosterNews roster;
    private final SessionRecords places;
    private final Audit audit;
    private final Once once;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Closures(
            ClosureRecords records,
            SeriesRecords sessions,
            Closing closing,
            Reservations reservations,
            RosterNews roster,
            SessionRecords places,
            Audit audit,
            Once once,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.sessions = sessions;
        this.closing = closing;
        this.reservations = reservations;
        this.roster = roster;
        this.places = places;
        this.audit = audit;
        this.once = once;
        this.events = events;
        this.clock = clock;
    }

    /** Closures of the actor's sites that hold today or later, the earliest first. */
    @Transactional(readOnly = true)
    public List<Closure> ahead(Permit permit, LocalDate today) {
        permit.require(Action.SESSION_VIEW, Action.SESSION_EDIT, Action.BOARD_VIEW);
        return records.since(permit, today).stream()
                .filter(one -> permit.actor().worksAt(one.site().value()))
                .toList();
    }

    /** What {@link #close} would touch: sessions, clients, and what has begun; nothing changes. */
    @Transactional(readOnly = true)
    public Closed preview(
            Permit permit, SiteId site, LocalDate from, LocalDate to, Closure.Effect effect) {
        permit.require(Action.SESSION_EDIT);
        var refused = refusal(permit, site, from, to);
        return refused != null
                ? refused
                : effect(permit, site, from, to, standing(permit, site, from, to, effect));
    }

    /**
     * Closes a site for some days. Sessions of theirs that have not begun are called off with the
     * reason, or meet by video; their rosters stay.
     *
     * @param key made with the form; the closure's id
     * @param to the last day, not before {@code from}
     */
    @Transactional
    public Closed close(
            Permit permit,
            UUID key,
            SiteId site,
            LocalDate from,
            LocalDate to,
            Closure.Effect effect,
            String reason) {
        permit.require(Action.SESSION_EDIT);
        if (to.isBefore(from) || reason.isBlank()) {
            throw new IllegalArgumentException("A closure has a first and last day and a reason");
        }
        var content = "close " + site + from + to + effect + reason;
        var refused =
                records.find(permit, key).isPresent() ? null : refusal(permit, site, from, to);
        if (refused != null) {
            return refused;
        }
        if (!once.first(permit, key, content)) {
            return new Closed.Done(found(permit, key).sessions(), 0, 0);
        }
        var standing = standing(permit, site, from, to, effect);
        var done = effect(permit, site, from, to, standing);
        records.add(permit, key, site, from, to, effect, reason.strip(), clock.instant());
        audit.record(permit, "sessions.closure", key, null, effect.name());
        var before = roster.expected(permit, standing);
        closing.heed(permit, standing);
        roster.moved(permit, standing, before);
        events.publishEvent(new SiteClosed(key, site, from, to, effect, standing, clients(before)));
        return done;
    }

    /** Takes a closure back: what it changed takes place as it was planned. */
    @Transactional
    public Closed lift(Permit permit, UUID closure) {
        permit.require(Action.SESSION_EDIT);
        var found = found(permit, closure);
        if (found.lifted()) {
            return new Closed.Lifted(0, List.of());
        }
        var now = clock.instant();
        var back = new ArrayList<SessionId>();
        var blocked = new ArrayList<String>();
        for (var undo : records.done(permit, closure, now)) {
            var session = sessions.find(permit, undo.session()).orElseThrow(NotFound::new);
            if (free(permit, session, undo)) {
                records.undo(permit, undo);
                back.add(undo.session());
            } else {
                blocked.add(session.title() + ", " + When.time(session.startsAt(), session.zone()));
            }
        }
        records.lift(permit, closure, now);
        audit.record(permit, "sessions.closure", closure, null, "LIFTED");
        var expected = roster.expected(permit, back);
        roster.moved(permit, back, expected);
        events.publishEvent(new SiteReopened(closure, found.site(), back, clients(expected)));
        return new Closed.Lifted(back.size(), blocked);
    }

    private boolean free(Permit permit, SeriesRecords.Dated session, ClosureRecords.Undo undo) {
        List<StaffId> staff =
                undo.effect() == Closure.Effect.VIDEO
                        ? List.of()
                        : Stream.of(session.lead(), session.coLead())
                                .filter(Objects::nonNull)
                                .toList();
        var when =
                new SessionCalendar.Occurrence(
                        session.date(), session.startsAt(), session.endsAt(), false);
        return reservations
                .of(
                        permit,
                        session.site(),
                        undo.room() == null ? null : new RoomId(undo.room()),
                        staff,
                        List.of(when),
                        List.of(session.id()))
                .conflicts()
                .stream()
                .noneMatch(one ->
                        one.kind() == Conflict.Kind.ROOM || one.kind() == Conflict.Kind.STAFF);
    }

    private @Nullable Closed refusal(Permit permit, SiteId site, LocalDate from, LocalDate to) {
        var zone =
                places.zone(permit, site)
                        .filter(found -> permit.actor().worksAt(site.value()))
                        .orElseThrow(NotFound::new);
        if (to.isBefore(LocalDate.ofInstant(clock.instant(), zone))) {
            return new Closed.Past();
        }
        return records.meeting(permit, site, from, to).map(Closed.ClosedAlready::new).orElse(null);
    }

    private List<SessionId> standing(
            Permit permit, SiteId site, LocalDate from, LocalDate to, Closure.Effect effect) {
        return sessions.ahead(permit, site, from, to, clock.instant()).stream()
                .filter(one -> !one.cancelled())
                .filter(one -> effect == Closure.Effect.CANCEL || one.modality() != Modality.VIDEO)
                .map(SeriesRecords.Dated::id)
                .toList();
    }

    private Closed.Done effect(
            Permit permit,
            SiteId site,
            LocalDate from,
            LocalDate to,
            Collection<SessionId> standing) {
        int clients = clients(roster.expected(permit, standing)).size();
        int begun = sessions.begun(permit, site, from, to, clock.instant());
        return new Closed.Done(standing.size(), clients, begun);
    }

    private Closure found(Permit permit, UUID closure) {
        return records.find(permit, closure)
                .filter(one -> permit.actor().worksAt(one.site().value()))
                .orElseThrow(NotFound::new);
    }

    private static List<ClientId> clients(Set<RosterChanged> expected) {
        return expected.stream().map(RosterChanged::client).distinct().toList();
    }
}
