package care.trellis.board;

import care.trellis.access.Access;
import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.ledger.Ledger;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a board shows. An opened board is one row of the record; a pushed row is none. */
@Service
class Boards {

    private final BoardRecords records;
    private final Ledger ledger;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Boards(BoardRecords records, Ledger ledger, Access access, Audit audit, Clock clock) {
        this.records = records;
        this.ledger = ledger;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** The sites that the actor works at. */
    @Transactional(readOnly = true)
    List<BoardRecords.Place> sites(Permit permit) {
        permit.require(Action.BOARD_VIEW);
        return records.sites(permit);
    }

    /**
     * One day of one site.
     *
     * @param day absent: today at the site
     */
    @Transactional
    BoardDay day(Permit permit, UUID site, @Nullable LocalDate day) {
        permit.require(Action.BOARD_VIEW, new Resource(Resource.Kind.SITE, site));
        var place = place(permit, site);
        var date = day == null ? today(place) : day;
        var board = read(permit, place, date, date, date, null);
        audit.recordMany(permit, "board.day", site, board.people().size());
        return board;
    }

    /** The week that a day lies in. */
    @Transactional
    BoardDay week(Permit permit, UUID site, @Nullable LocalDate day) {
        permit.require(Action.BOARD_VIEW, new Resource(Resource.Kind.SITE, site));
        var place = place(permit, site);
        var date = day == null ? today(place) : day;
        var monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var board = read(permit, place, date, monday, monday.plusDays(6), null);
        audit.recordMany(permit, "board.week", site, board.people().size());
        return board;
    }

    /** The same day or week, with the rows of a few clients only: what changed. */
    @Transactional
    BoardDay some(
            Permit permit, UUID site, LocalDate date, boolean week, Collection<UUID> clients) {
        permit.require(Action.BOARD_VIEW, Action.CHECK_IN);
        var place = place(permit, site);
        var monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return read(
                permit,
                place,
                date,
                week ? monday : date,
                week ? monday.plusDays(6) : date,
                Set.copyOf(clients));
    }

    /** The nearest days with sessions before and after. */
    @Transactional(readOnly = true)
    List<LocalDate> neighbours(Permit permit, UUID site, LocalDate date) {
        permit.require(Action.BOARD_VIEW, new Resource(Resource.Kind.SITE, site));
        return List.of(
                records.neighbour(permit, site, date, true).orElse(date.minusDays(1)),
                records.neighbour(permit, site, date, false).orElse(date.plusDays(1)));
    }

    private BoardDay read(
            Permit permit,
            BoardRecords.Place site,
            LocalDate date,
            LocalDate from,
            LocalDate to,
            @Nullable Set<UUID> only) {
        var now = clock.instant();
        var monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var seats = records.seats(permit, site.id(), from, to);
        var clients = new LinkedHashSet<UUID>();
        seats.forEach(seat -> clients.add(seat.client()));
        if (only != null) {
            clients.retainAll(only);
        }
        boolean none = clients.isEmpty();
        var judged = ledger.weeksOf(permit, clients.stream().map(ClientId::new).toList(), monday);
        return new BoardDay(
                site,
                date,
                today(site),
                now,
                records.groups(permit, site.id(), from, to),
                seats,
                none ? List.of() : records.people(permit, clients, date),
                none ? Map.of() : records.weeks(permit, clients, monday, now),
                none ? Map.of() : records.days(permit, clients, monday),
                judged,
                access.mayByRole(permit.actor(), Action.CHECK_IN),
                access.mayByRole(permit.actor(), Action.CLIENT_VIEW),
                access.mayByRole(permit.actor(), Action.NOTE_VIEW));
    }

    private LocalDate today(BoardRecords.Place place) {
        return clock.instant().atZone(place.zone()).toLocalDate();
    }

    private BoardRecords.Place place(Permit permit, UUID site) {
        return records.sites(permit).stream()
                .filter(place -> place.id().equals(site))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
