package care.trellis.sessions;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.organizations.HomeTime;
import care.trellis.organizations.StaffId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to staff who are away, and to who covers for them. Why somebody is away is never
 * asked. While a leave holds the person is booked for nothing new; a session that is covered goes
 * back when the leave is withdrawn.
 */
@Service
public class Leaves {

    private final LeaveRecords records;
    private final Reservations reservations;
    private final RosterNews roster;
    private final HomeTime home;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Leaves(
            LeaveRecords records,
            Reservations reservations,
            RosterNews roster,
            HomeTime home,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.reservations = reservations;
        this.roster = roster;
        this.home = home;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** Leaves that hold today or later, the earliest first. */
    @Transactional(readOnly = true)
    public List<Leave> ahead(Permit permit) {
        permit.require(Action.SESSION_VIEW, Action.SESSION_EDIT);
        return records.since(home.today(), clock.instant(), null);
    }

    /**
     * One leave.
     *
     * @throws NotFound where there is none, or it was withdrawn
     */
    @Transactional(readOnly = true)
    public Leave one(Permit permit, UUID id) {
        permit.require(Action.SESSION_VIEW, Action.SESSION_EDIT);
        return found(id);
    }

    /**
     * Records that somebody is away.
     *
     * @param key made with the form; the leave's id
     * @param to the last day
     */
    @Transactional
    public Change<UUID> add(Permit permit, UUID key, StaffId staff, LocalDate from, LocalDate to) {
        permit.require(Action.SESSION_EDIT);
        if (!records.known(staff)) {
            throw new NotFound();
        }
        var problems =
                new Problems()
                        .require(
                                !to.isBefore(from),
                                "to",
                                "LEAVE_ENDS_FIRST",
                                "The last day is before the first.")
                        .require(
                                !to.isBefore(home.today()),
                                "to",
                                "LEAVE_OVER",
                                "These days are over; a leave is for days to come.")
                        .require(
                                !records.overlaps(key, staff, from, to),
                                "from",
                                "AWAY_ALREADY",
                                "This person is away on one of these days already.");
        if (!problems.none()) {
            return problems.refused();
        }
        if (once.first(permit, key, "leave " + staff + from + to)) {
            records.add(key, staff, from, to, clock.instant());
            audit.record(permit, "sessions.leave", key, null, "ADDED");
        }
        return new Change.Done<>(key);
    }

    /** The sessions of a leave that are still ahead, and who could cover each. */
    @Transactional(readOnly = true)
    public List<CoverNeed> needs(Permit permit, UUID leave) {
        permit.require(Action.SESSION_VIEW, Action.SESSION_EDIT);
        return records.sessions(found(leave), clock.instant()).stream()
                .filter(one -> permit.actor().worksAt(one.site().value()))
                .map(one -> need(permit, one))
                .toList();
    }

    private CoverNeed need(Permit permit, LeaveRecords.Of one) {
        var free =
                reservations.freeStaff(permit, when(one), List.of()).stream()
                        .map(it -> new CoverNeed.Free(it.staff(), it.name()))
                        .toList();
        return new CoverNeed(
                one.session(),
                one.site(),
                one.title(),
                one.startsAt(),
                one.endsAt(),
                one.zone(),
                one.part().equals("LEAD"),
                one.covers(),
                one.coversName(),
                free);
    }

    /**
     * Says who covers which sessions of a leave. Somebody who is busy, away or without a good
     * credential then is refused for that session; the others are covered.
     *
     * @return what is in the way of each session that was not covered
     */
    @Transactional
    public Map<SessionId, Obstacles> cover(
            Permit permit, UUID leave, Map<SessionId, StaffId> wanted) {
        permit.require(Action.SESSION_EDIT);
        var found = found(leave);
        var refused = new LinkedHashMap<SessionId, Obstacles>();
        var covered = new ArrayList<SessionId>();
        for (var one : records.sessions(found, clock.instant())) {
            var staff = wanted.get(one.session());
            if (staff == null
                    || staff.equals(one.covers())
                    || !permit.actor().worksAt(one.site().value())) {
                continue;
            }
            var obstacles =
                    reservations.of(
                            permit,
                            one.site(),
                            null,
                            List.of(staff),
                            List.of(when(one)),
                            List.of(one.session()));
            if (!obstacles.none()) {
                refused.put(one.session(), obstacles);
                continue;
            }
            if (one.covers() == null) {
                records.release(one.session(), found.staff());
            } else {
                records.release(one.session(), one.covers());
                records.uncover(leave, one.session());
            }
            records.assign(one.session(), staff, one.part());
            records.cover(leave, one.session(), staff, one.part());
            audit.record(permit, "sessions.cover", one.session().value(), null, "COVERED");
            covered.add(one.session());
        }
        roster.moved(permit, covered, Set.of());
        return refused;
    }

    /**
     * Takes a leave back. Sessions that were covered go back to the person where that is possible.
     *
     * @return sessions that stay with whoever covers, because the person is taken then
     */
    @Transactional
    public int withdraw(Permit permit, UUID leave) {
        permit.require(Action.SESSION_EDIT);
        var found = found(leave);
        records.withdraw(leave, clock.instant());
        audit.record(permit, "sessions.leave", leave, null, "WITHDRAWN");
        int stay = 0;
        var back = new ArrayList<SessionId>();
        for (var one : records.sessions(found, clock.instant())) {
            if (one.covers() == null) {
                continue;
            }
            var obstacles =
                    reservations.of(
                            permit,
                            one.site(),
                            null,
                            List.of(found.staff()),
                            List.of(when(one)),
                            List.of(one.session()));
            if (obstacles.none()) {
                records.release(one.session(), one.covers());
                records.assign(one.session(), found.staff(), one.part());
                records.uncover(leave, one.session());
                back.add(one.session());
            } else {
                stay++;
            }
        }
        roster.moved(permit, back, Set.of());
        return stay;
    }

    private static SessionCalendar.Occurrence when(LeaveRecords.Of one) {
        return new SessionCalendar.Occurrence(one.date(), one.startsAt(), one.endsAt(), false);
    }

    private Leave found(UUID id) {
        return records.since(LocalDate.EPOCH, clock.instant(), id).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
