package care.trellis.sessions;

import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out what a change of a session or series would do, and what is in its way. */
@Component
class SeriesPlanning {

    private final SeriesRecords records;
    private final BlockRecords blocks;
    private final TrackRecords tracks;
    private final ExceptionRecords exceptions;
    private final Reservations reservations;
    private final List<SessionTraces> traces;
    private final Clock clock;

    SeriesPlanning(
            SeriesRecords records,
            BlockRecords blocks,
            TrackRecords tracks,
            ExceptionRecords exceptions,
            Reservations reservations,
            List<SessionTraces> traces,
            Clock clock) {
        this.records = records;
        this.blocks = blocks;
        this.tracks = tracks;
        this.exceptions = exceptions;
        this.reservations = reservations;
        this.traces = traces;
        this.clock = clock;
    }

    /** A change that could be made, or why it cannot. */
    sealed interface Prepared {

        SeriesChange outcome();
    }

    /** It cannot. */
    record Refused(SeriesChange outcome) implements Prepared {}

    /** One session changes. */
    record OneByItself(
            SeriesRecords.Dated session, SessionCalendar.Occurrence when, SeriesChange outcome)
            implements Prepared {}

    /** A series changes. */
    record Many(
            SeriesRecords.Dated session,
            UUID block,
            BlockPlan old,
            BlockPlan plan,
            List<SeriesRecords.Dated> ahead,
            Rewriting rewriting,
            SeriesChange outcome)
            implements Prepared {}

    /** Looks at everything and changes nothing. */
    Prepared prepare(Permit permit, SeriesRecords.Dated found, Scope scope, BlockPlan plan) {
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

    private Prepared one(Permit permit, SeriesRecords.Dated found, BlockPlan plan) {
        if (!plan.from().equals(found.date()) && !onRecord(List.of(found.id())).isEmpty()) {
            return new Refused(new SeriesChange.OnRecord());
        }
        var when = SessionCalendar.on(plan.from(), plan.starts(), plan.minutes(), found.zone());
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
            BlockPlan plan,
            Instant now) {
        var old = blocks.find(permit, block).orElseThrow(NotFound::new);
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
        var planned = plan.between(begins, old.to());
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
        return blocks.lastSlot(permit, block, first)
                .map(last -> later(period, last.plusDays(1)))
                .orElse(period);
    }

    private Set<SessionId> onRecord(Collection<SessionId> sessions) {
        var found = new HashSet<SessionId>();
        traces.forEach(room -> found.addAll(room.onRecord(sessions)));
        return found;
    }

    private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
        return other == null || one.isAfter(other) ? one : other;
    }
}
