package care.trellis.sessions;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to the dates of a series: those that its rule says, those that are left out and
 * those that are added.
 */
@Service
public class SessionDates {

    private static final String LEFT_OUT = "Left out of the plan";

    private final SeriesRecords records;
    private final BlockRecords blocks;
    private final ExceptionRecords exceptions;
    private final Reservations reservations;
    private final Making making;
    private final Closing closing;
    private final RosterNews roster;
    private final Audit audit;
    private final Clock clock;

    SessionDates(
            SeriesRecords records,
            BlockRecords blocks,
            ExceptionRecords exceptions,
            Reservations reservations,
            Making making,
            Closing closing,
            RosterNews roster,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.blocks = blocks;
        this.exceptions = exceptions;
        this.reservations = reservations;
        this.making = making;
        this.closing = closing;
        this.roster = roster;
        this.audit = audit;
        this.clock = clock;
    }

    /** A block as it is planned, with its exceptions and its dates from a day on. */
    @Transactional(readOnly = true)
    public Optional<SeriesDates> dates(Permit permit, TrackId track, UUID block, LocalDate from) {
        permit.require(Action.SESSION_VIEW, Action.SESSION_EDIT);
        return blocks.dates(permit, track, block, from);
    }

    /**
     * Leaves a date ahead out of its series (EXDATE): the session is called off, to be put back.
     */
    @Transactional
    public boolean leaveOut(Permit permit, SessionId session) {
        permit.require(Action.SESSION_EDIT, resource(session));
        var found = require(permit, session);
        if (found.block() == null || found.cancelled() || found.begun(clock.instant())) {
            return false;
        }
        var before = roster.expected(permit, List.of(session));
        exceptions.put(permit, found.block(), Objects.requireNonNull(found.slot()), false);
        records.callOff(permit, session, found.block(), found.slot(), LEFT_OUT, clock.instant());
        audit.record(permit, "sessions.session", session.value(), null, "LEFT_OUT");
        roster.moved(permit, List.of(session), before);
        return true;
    }

    /** Takes a calling off back, where room and staff are still free. */
    @Transactional
    public SeriesChange putBack(Permit permit, SessionId session) {
        permit.require(Action.SESSION_EDIT, resource(session));
        var found = require(permit, session);
        if (found.begun(clock.instant())) {
            return new SeriesChange.Begun();
        }
        var when =
                new SessionCalendar.Occurrence(
                        found.date(), found.startsAt(), found.endsAt(), false);
        var staff = Stream.of(found.lead(), found.coLead()).filter(Objects::nonNull).toList();
        var obstacles =
                reservations.of(
                        permit, found.site(), found.room(), staff, List.of(when), List.of(session));
        if (!obstacles.none()) {
            return new SeriesChange.Taken(obstacles);
        }
        if (found.cancelled()) {
            records.restore(permit, session);
            if (found.block() != null && found.slot() != null) {
                exceptions.remove(permit, found.block(), found.slot());
            }
            closing.heed(permit, List.of(session));
            audit.record(permit, "sessions.session", session.value(), null, "PUT_BACK");
            roster.moved(permit, List.of(session), Set.of());
        }
        return new SeriesChange.Changed(new SeriesChange.Effect(1, 0, 0, 0));
    }

    /** Adds a date to a series that its rule does not say (RDATE). */
    @Transactional
    public SeriesChange addDate(Permit permit, TrackId track, UUID block, LocalDate date) {
        permit.require(Action.SESSION_EDIT);
        var found = blocks.dates(permit, track, block, date).orElseThrow(NotFound::new);
        var when =
                SessionCalendar.on(
                        date, found.plan().starts(), found.plan().minutes(), found.zone());
        if (!when.startsAt().isAfter(clock.instant())) {
            return new SeriesChange.Begun();
        }
        var obstacles =
                reservations.of(
                        permit,
                        found.site(),
                        found.plan().room(),
                        found.plan().staff(),
                        List.of(when),
                        List.of());
        if (!obstacles.none()) {
            return new SeriesChange.Taken(obstacles);
        }
        exceptions.put(permit, block, date, true);
        audit.record(permit, "sessions.pattern", block, null, "DATE_ADDED");
        var today = clock.instant().atZone(found.zone()).toLocalDate();
        making.make(
                permit,
                track,
                (int) Math.max(Tracks.AHEAD_WEEKS * 7, ChronoUnit.DAYS.between(today, date)));
        return new SeriesChange.Changed(new SeriesChange.Effect(0, 0, 0, 1));
    }

    private SeriesRecords.Dated require(Permit permit, SessionId session) {
        return records.find(permit, session)
                .filter(found -> permit.actor().worksAt(found.site().value()))
                .orElseThrow(NotFound::new);
    }

    private static Resource resource(SessionId session) {
        return new Resource(Resource.Kind.SESSION, session.value());
    }
}
