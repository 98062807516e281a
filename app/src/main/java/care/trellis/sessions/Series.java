package care.trellis.sessions;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.organizations.StaffId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to what repeats: one dated session, it and all that follow, or all that have not
 * begun are changed as one. Rosters stay with their sessions; what has begun, what was changed by
 * itself and what has attendance or notes on record stays as it is.
 */
@Service
public class Series {

    private final SeriesRecords records;
    private final TrackRecords tracks;
    private final ExceptionRecords exceptions;
    private final Reservations reservations;
    private final Making making;
    private final Closing closing;
    private final List<SessionTraces> traces;
    private final RosterNews roster;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Series(
            SeriesRecords records,
            TrackRecords tracks,
            ExceptionRecords exceptions,
            Reservations reservations,
            Making making,
            Closing closing,
            List<SessionTraces> traces,
            RosterNews roster,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.tracks = tracks;
        this.exceptions = exceptions;
        this.reservations = reservations;
        this.making = making;
        this.closing = closing;
        this.traces = traces;
        this.roster = roster;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** What a session and its series are planned as, to begin a change from. */
    @Transactional(readOnly = true)
    public SessionPlan plan(Permit permit, SessionId session) {
        permit.require(Action.SESSION_EDIT, resource(session));
        var found = require(permit, session);
        var block =
                found.block() == null ? null : records.block(permit, found.block()).orElse(null);
        var starts = found.startsAt().atZone(found.zone()).toLocalTime();
        StaffId lead = found.lead() != null ? found.lead() : block == null ? null : block.lead();
        return new SessionPlan(
                block == null
                        ? Recurrence.weekly(found.date().getDayOfWeek())
                        : remaining(permit, found, block),
                found.date(),
                starts,
                (int) Duration.between(found.startsAt(), found.endsAt()).toMinutes(),
                found.title(),
                found.serviceType(),
                found.modality(),
                found.room(),
                Objects.requireNonNull(lead, "A session is led by somebody"),
                found.coLead());
    }

    /** Whether the session is one of a series. */
    @Transactional(readOnly = true)
    public boolean repeats(Permit permit, SessionId session) {
        permit.require(Action.SESSION_EDIT, resource(session));
        return require(permit, session).block() != null;
    }

    /** What {@link #change} would do; nothing changes. */
    @Transactional(readOnly = true)
    public SeriesChange preview(Permit permit, SessionId session, Scope scope, SessionPlan plan) {
        permit.require(Action.SESSION_EDIT, resource(session));
        return prepare(permit, require(permit, session), scope, plan).outcome();
    }

    /**
     * Changes one dated session, or its series from there on or from now on. A series that has
     * dates behind it ends with them, and another one begins: what was, stays as it was planned.
     *
     * @param key made with the form; the id of the series that begins
     */
    @Transactional
    public SeriesChange change(
            Permit permit, UUID key, SessionId session, Scope scope, SessionPlan plan) {
        permit.require(Action.SESSION_EDIT, resource(session));
        var prepared = prepare(permit, require(permit, session), scope, plan);
        if (prepared.outcome() instanceof SeriesChange.Changed
                && once.first(permit, key, "change " + session + scope + plan)) {
            audit.record(permit, "sessions.session", session.value(), null, scope.name());
            switch (prepared) {
                case Refused _ -> {}
                case OneByItself one -> apply(permit, one, plan);
                case Many many -> apply(permit, key, many, plan);
            }
        }
        return prepared.outcome();
    }

    private sealed interface Prepared {

        SeriesChange outcome();
    }

    private record Refused(SeriesChange outcome) implements Prepared {}

    private record OneByItself(
            SeriesRecords.Dated session, SessionCalendar.Occurrence when, SeriesChange outcome)
            implements Prepared {}

    private record Many(
            SeriesRecords.Dated session,
            UUID block,
            BlockPlan old,
            BlockPlan plan,
            List<SeriesRecords.Dated> ahead,
            Rewriting rewriting,
            SeriesChange outcome)
            implements Prepared {}

    private Prepared prepare(
            Permit permit, SeriesRecords.Dated found, Scope scope, SessionPlan plan) {
        Instant now = clock.instant();
        if (found.begun(now)) {
            return new Refused(new SeriesChange.Begun());
        }
        if (found.cancelled()) {
            return new Refused(new SeriesChange.CalledOff());
        }
        if (plan.room() != null && !tracks.roomAt(permit, plan.room(), found.site())) {
            return new Refused(new SeriesChange.RoomElsewhere());
        }
        return scope == Scope.ONE || found.block() == null
                ? one(permit, found, plan)
                : many(permit, found, found.block(), scope, plan, now);
    }

    private Prepared one(Permit permit, SeriesRecords.Dated found, SessionPlan plan) {
        if (!plan.date().equals(found.date()) && !onRecord(List.of(found.id())).isEmpty()) {
            return new Refused(new SeriesChange.OnRecord());
        }
        var when = SessionCalendar.on(plan.date(), plan.starts(), plan.minutes(), found.zone());
        if (!when.startsAt().isAfter(clock.instant())) {
            return new Refused(new SeriesChange.Begun());
        }
        var obstacles =
                reservations.of(
                        permit,
                        found.site(),
                        plan.room(),
                        plan.staff(),
                        List.of(when),
                        List.of(found.id()));
        return obstacles.none()
                ? new OneByItself(
                        found, when, new SeriesChange.Changed(new SeriesChange.Effect(1, 0, 0, 0)))
                : new Refused(new SeriesChange.Taken(obstacles));
    }

    private Prepared many(
            Permit permit,
            SeriesRecords.Dated found,
            UUID block,
            Scope scope,
            SessionPlan plan,
            Instant now) {
        var old = records.block(permit, block).orElseThrow(NotFound::new);
        var today = now.atZone(found.zone()).toLocalDate();
        LocalDate since = scope == Scope.FOLLOWING ? Objects.requireNonNull(found.slot()) : today;
        var ahead =
                records.of(permit, block, since).stream().filter(one -> !one.begun(now)).toList();
        if (ahead.isEmpty()) {
            return new Refused(new SeriesChange.Begun());
        }
        LocalDate first = Objects.requireNonNull(ahead.getFirst().slot());
        LocalDate begins = begins(permit, block, plan.recurrence(), first, today);
        var fixed = onRecord(ahead.stream().map(SeriesRecords.Dated::id).toList());
        var planned = plan.from(begins, old.to());
        LocalDate horizon =
                plan.recurrence()
                        .endOfPeriod(
                                later(
                                        Objects.requireNonNull(ahead.getLast().slot()),
                                        today.plusWeeks(Tracks.AHEAD_WEEKS)));
        var repetition = exceptions.all(permit).of(block, plan.recurrence(), begins, old.to());
        var dates =
                repetition.dates(begins, horizon).stream()
                        .filter(date ->
                                SessionCalendar.on(
                                                date, plan.starts(), plan.minutes(), found.zone())
                                        .startsAt()
                                        .isAfter(now))
                        .toList();
        if (dates.isEmpty()) {
            return new Refused(new SeriesChange.NoDates());
        }
        var rewriting =
                Rewriting.of(
                        ahead.stream()
                                .map(one ->
                                        new Rewriting.Ahead(
                                                one.id(),
                                                Objects.requireNonNull(one.slot()),
                                                one.changed()
                                                        || one.cancelled()
                                                        || fixed.contains(one.id())))
                                .toList(),
                        dates,
                        plan.recurrence());
        var times =
                dates.stream()
                        .filter(date -> !rewriting.kept().containsValue(date))
                        .map(date ->
                                SessionCalendar.on(
                                        date, plan.starts(), plan.minutes(), found.zone()))
                        .toList();
        var leaving = new HashSet<>(rewriting.moved().keySet());
        leaving.addAll(rewriting.gone());
        var obstacles =
                reservations.of(permit, found.site(), plan.room(), plan.staff(), times, leaving);
        if (!obstacles.none()) {
            return new Refused(new SeriesChange.Taken(obstacles));
        }
        return new Many(
                found,
                block,
                old,
                planned,
                ahead,
                rewriting,
                new SeriesChange.Changed(
                        new SeriesChange.Effect(
                                rewriting.moved().size(),
                                rewriting.kept().size() + rewriting.alone().size(),
                                rewriting.gone().size(),
                                rewriting.added().size())));
    }

    /** The first day of the changed series: in the same week or month, after what stays behind. */
    private LocalDate begins(
            Permit permit, UUID block, Recurrence rule, LocalDate first, LocalDate today) {
        var period = later(rule.periodOf(first), today);
        return records.lastSlot(permit, block, first)
                .map(last -> later(period, last.plusDays(1)))
                .orElse(period);
    }

    private void apply(Permit permit, OneByItself one, SessionPlan plan) {
        var session = one.session().id();
        var before = roster.expected(permit, List.of(session));
        records.lead(permit, List.of(session), Map.of());
        records.rewrite(permit, session, plan, one.when(), true);
        records.lead(permit, List.of(session), parts(plan));
        closing.heed(permit, List.of(session));
        roster.moved(permit, List.of(session), before);
    }

    private void apply(Permit permit, UUID key, Many many, SessionPlan plan) {
        var rewriting = many.rewriting();
        var slots = new LinkedHashMap<SessionId, LocalDate>();
        many.ahead().forEach(one -> slots.put(one.id(), Objects.requireNonNull(one.slot())));
        var moving = new HashSet<>(rewriting.moved().keySet());
        moving.addAll(rewriting.gone());
        var before = roster.expected(permit, moving);
        var first = Objects.requireNonNull(many.ahead().getFirst().slot());
        records.lead(permit, rewriting.moved().keySet(), Map.of());
        records.lift(permit, moving, rewriting.kept().keySet());
        UUID series = begin(permit, key, many, first);
        rewriting
                .gone()
                .forEach(it ->
                        records.callOff(permit, it, many.block(), at(slots, it), clock.instant()));
        rewriting.kept().forEach((session, date) -> records.place(permit, session, series, date));
        rewriting
                .moved()
                .forEach((session, date) -> {
                    records.rewrite(
                            permit,
                            session,
                            plan,
                            SessionCalendar.on(
                                    date, plan.starts(), plan.minutes(), many.session().zone()),
                            false);
                    records.place(permit, session, series, date);
                });
        records.lead(permit, rewriting.moved().keySet(), parts(plan));
        closing.heed(permit, rewriting.moved().keySet());
        roster.moved(permit, moving, before);
        making.make(permit, Objects.requireNonNull(many.session().track()), weeks(many));
    }

    private UUID begin(Permit permit, UUID key, Many many, LocalDate first) {
        if (records.lastSlot(permit, many.block(), first).isEmpty()) {
            records.rewriteBlock(permit, many.block(), many.plan());
            audit.record(permit, "sessions.pattern", many.block(), null, "CHANGED");
            return many.block();
        }
        var track = Objects.requireNonNull(many.session().track());
        tracks.addBlock(permit, key, track, many.plan());
        exceptions.copy(permit, many.block(), key, first);
        tracks.endBlock(permit, track, many.block(), first.minusDays(1));
        audit.record(permit, "sessions.pattern", key, null, "FOLLOWS");
        return key;
    }

    private int weeks(Many many) {
        var today = clock.instant().atZone(many.session().zone()).toLocalDate();
        var last = Objects.requireNonNull(many.ahead().getLast().slot());
        return (int) Math.max(Tracks.AHEAD_WEEKS, ChronoUnit.WEEKS.between(today, last) + 1);
    }

    /** The rule from this date on: what counts its times has some behind it. */
    private Recurrence remaining(Permit permit, SeriesRecords.Dated found, BlockPlan block) {
        var rule = block.recurrence();
        if (rule.count() == 0 || found.slot() == null) {
            return rule;
        }
        int behind = rule.dates(block.from(), block.from(), found.slot().minusDays(1)).size();
        return rule.times(Math.max(1, rule.count() - behind));
    }

    private Set<SessionId> onRecord(Collection<SessionId> sessions) {
        var found = new HashSet<SessionId>();
        traces.forEach(room -> found.addAll(room.onRecord(sessions)));
        return found;
    }

    private static Map<StaffId, String> parts(SessionPlan plan) {
        var parts = new LinkedHashMap<StaffId, String>();
        parts.put(plan.lead(), "LEAD");
        if (plan.coLead() != null) {
            parts.put(plan.coLead(), "CO");
        }
        return parts;
    }

    private static LocalDate at(Map<SessionId, LocalDate> slots, SessionId session) {
        return Objects.requireNonNull(slots.get(session));
    }

    private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
        return other == null || one.isAfter(other) ? one : other;
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
