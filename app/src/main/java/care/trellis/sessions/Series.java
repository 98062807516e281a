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
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to what repeats: one dated session, it and all that follow, or all that have not
 * begun are changed as one. Rosters stay with their sessions; what has begun, what was changed by
 * itself and what has attendance or notes on record stays as it is.
 */
@Service
public class Series {

    private static final String PLAN_CHANGED = "The weekly plan changed";

    private final SeriesRecords records;
    private final BlockRecords blocks;
    private final TrackRecords tracks;
    private final ExceptionRecords exceptions;
    private final SeriesPlanning planning;
    private final Making making;
    private final Closing closing;
    private final RosterNews roster;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Series(
            SeriesRecords records,
            BlockRecords blocks,
            TrackRecords tracks,
            ExceptionRecords exceptions,
            SeriesPlanning planning,
            Making making,
            Closing closing,
            RosterNews roster,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.blocks = blocks;
        this.tracks = tracks;
        this.exceptions = exceptions;
        this.planning = planning;
        this.making = making;
        this.closing = closing;
        this.roster = roster;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** What a session and its series are planned as, to begin a change from. */
    @Transactional(readOnly = true)
    public BlockPlan plan(Permit permit, SessionId session) {
        permit.require(Action.SESSION_EDIT, resource(session));
        var found = require(permit, session);
        var block = found.block() == null ? null : blocks.find(permit, found.block()).orElse(null);
        var starts = found.startsAt().atZone(found.zone()).toLocalTime();
        StaffId lead = found.lead() != null ? found.lead() : block == null ? null : block.lead();
        return new BlockPlan(
                block == null
                        ? Recurrence.weekly(found.date().getDayOfWeek())
                        : remaining(permit, found, block),
                starts,
                (int) Duration.between(found.startsAt(), found.endsAt()).toMinutes(),
                found.title(),
                found.serviceType(),
                found.modality(),
                found.room(),
                Objects.requireNonNull(lead, "A session is led by somebody"),
                found.coLead(),
                found.date(),
                null);
    }

    /** Whether the session is one of a series. */
    @Transactional(readOnly = true)
    public boolean repeats(Permit permit, SessionId session) {
        permit.require(Action.SESSION_EDIT, resource(session));
        return require(permit, session).block() != null;
    }

    /** What {@link #change} would do; nothing changes. */
    @Transactional(readOnly = true)
    public SeriesChange preview(Permit permit, SessionId session, Scope scope, BlockPlan plan) {
        permit.require(Action.SESSION_EDIT, resource(session));
        return planning.prepare(permit, require(permit, session), scope, plan).outcome();
    }

    /**
     * Changes one dated session, or its series from there on or from now on. A series that has
     * dates behind it ends with them, and another one begins: what was, stays as it was planned.
     *
     * @param key made with the form; the id of the series that begins
     */
    @Transactional
    public SeriesChange change(
            Permit permit, UUID key, SessionId session, Scope scope, BlockPlan plan) {
        permit.require(Action.SESSION_EDIT, resource(session));
        var prepared = planning.prepare(permit, require(permit, session), scope, plan);
        if (prepared.outcome() instanceof SeriesChange.Changed
                && once.first(permit, key, "change " + session + scope + plan)) {
            audit.record(permit, "sessions.session", session.value(), null, scope.name());
            switch (prepared) {
                case SeriesPlanning.Refused _ -> {}
                case SeriesPlanning.OneByItself one -> apply(permit, one, plan);
                case SeriesPlanning.Many many -> apply(permit, key, many, plan);
            }
        }
        return prepared.outcome();
    }

    private void apply(Permit permit, SeriesPlanning.OneByItself one, BlockPlan plan) {
        var session = one.session().id();
        var before = roster.expected(permit, List.of(session));
        records.lead(permit, List.of(session), Map.of());
        records.rewrite(permit, session, plan, one.when(), true);
        records.lead(permit, List.of(session), parts(plan));
        closing.heed(permit, List.of(session));
        roster.moved(permit, List.of(session), before);
    }

    private void apply(Permit permit, UUID key, SeriesPlanning.Many many, BlockPlan plan) {
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
                        records.callOff(
                                permit,
                                it,
                                many.block(),
                                at(slots, it),
                                PLAN_CHANGED,
                                clock.instant()));
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
        making.make(permit, Objects.requireNonNull(many.session().track()), days(many));
    }

    private UUID begin(Permit permit, UUID key, SeriesPlanning.Many many, LocalDate first) {
        if (blocks.lastSlot(permit, many.block(), first).isEmpty()) {
            blocks.rewrite(permit, many.block(), many.plan());
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

    private int days(SeriesPlanning.Many many) {
        var today = clock.instant().atZone(many.session().zone()).toLocalDate();
        var last = Objects.requireNonNull(many.ahead().getLast().slot());
        return (int)
                Math.max(
                        Tracks.AHEAD_WEEKS * 7,
                        ChronoUnit.DAYS.between(today, many.plan().recurrence().endOfPeriod(last)));
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

    private static Map<StaffId, String> parts(BlockPlan plan) {
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

    private SeriesRecords.Dated require(Permit permit, SessionId session) {
        return records.find(permit, session)
                .filter(found -> permit.actor().worksAt(found.site().value()))
                .orElseThrow(NotFound::new);
    }

    private static Resource resource(SessionId session) {
        return new Resource(Resource.Kind.SESSION, session.value());
    }
}
