package care.trellis.board;

import care.trellis.access.Access;
import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.ledger.Ledger;
import care.trellis.sessions.SessionId;
import java.time.Clock;
import java.time.LocalDate;
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
    private final RowRecords rows;
    private final Ledger ledger;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Boards(
            BoardRecords records,
            RowRecords rows,
            Ledger ledger,
            Access access,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.rows = rows;
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
        var board = read(permit, place, date, date, date);
        audit.recordMany(permit, "board.day", site, board.people().size());
        return board;
    }

    /** Who is marked absent today at a site, and came to nothing else. */
    @Transactional
    BoardDay absent(Permit permit, UUID site) {
        permit.require(Action.MESSAGE_SEND, new Resource(Resource.Kind.SITE, site));
        var place = place(permit, site);
        var date = today(place);
        var groups = records.groups(permit, site, date, date);
        var seats = records.seats(permit, groups);
        var all = board(permit, place, date, groups, seats, List.of(), Map.of());
        var absent = new LinkedHashSet<UUID>();
        all.dayMarks()
                .forEach((client, mark) -> {
                    if (mark == Mark.ABSENT) {
                        absent.add(client);
                    }
                });
        audit.recordMany(permit, "board.absent", site, absent.size());
        return board(permit, place, date, groups, seats, absent);
    }

    /** The week that a day lies in. */
    @Transactional
    BoardDay week(Permit permit, UUID site, @Nullable LocalDate day) {
        permit.require(Action.BOARD_VIEW, new Resource(Resource.Kind.SITE, site));
        var place = place(permit, site);
        var date = day == null ? today(place) : day;
        var monday = Ledger.mondayOf(date);
        var board = read(permit, place, date, monday, monday.plusDays(6));
        audit.recordMany(permit, "board.week", site, board.people().size());
        return board;
    }

    /**
     * The same day or week around a few clients: what changed. It is read as it is kept at this
     * moment; where a change moves a decision, the rows are pushed again when it has been made.
     */
    @Transactional(readOnly = true)
    BoardDay some(
            Permit permit, UUID site, LocalDate date, boolean week, Collection<UUID> clients) {
        permit.require(Action.BOARD_VIEW);
        return some(permit, place(permit, site), date, week, clients);
    }

    /** One client's mark at a session, with what the day is known to be worth. */
    record OneMark(String name, BoardDay day) {

        @Override
        public String toString() {
            return "OneMark[" + day.date() + "]";
        }
    }

    /** The mark of one client at one session, for the answer to a press on it. */
    @Transactional(readOnly = true)
    OneMark mark(Permit permit, SessionId session, ClientId client) {
        permit.require(Action.CHECK_IN, new Resource(Resource.Kind.SESSION, session.value()));
        var own = records.ownDay(permit, session, client).orElseThrow(NotFound::new);
        var days = rows.days(permit, List.of(client.value()), own.date(), own.date());
        return new OneMark(
                own.name(),
                board(permit, own.site(), own.date(), own.groups(), own.seats(), List.of(), days));
    }

    /** Everything of one day, for a screen that is open: it was recorded when it was opened. */
    @Transactional(readOnly = true)
    BoardDay open(Permit permit, UUID site, LocalDate date) {
        permit.require(Action.BOARD_VIEW);
        var groups = records.groups(permit, site, date, date);
        var seats = records.seats(permit, groups);
        return board(permit, place(permit, site), date, groups, seats, clients(seats));
    }

    /** An open day after changes of marks and notes that concern these sessions and clients. */
    @Transactional(readOnly = true)
    BoardDay seated(Permit permit, BoardDay open, Set<UUID> ids) {
        permit.require(Action.BOARD_VIEW);
        return open.seated(records.seats(permit, ids, ids), clock.instant());
    }

    /** An open day after changes of what is decided, authorized or covered for these clients. */
    @Transactional(readOnly = true)
    BoardDay known(Permit permit, BoardDay open, Set<UUID> clients) {
        permit.require(Action.BOARD_VIEW);
        var monday = open.monday();
        var days = rows.days(permit, clients, monday, monday.plusDays(6));
        return open.known(rows.people(permit, clients, open.date(), monday, days), days);
    }

    private BoardDay some(
            Permit permit,
            BoardRecords.Place site,
            LocalDate date,
            boolean week,
            Collection<UUID> clients) {
        var monday = Ledger.mondayOf(date);
        var from = week ? monday : date;
        var to = week ? monday.plusDays(6) : date;
        var groups = records.groupsOf(permit, site.id(), from, to, clients);
        var seats = records.seats(permit, groups);
        var here = clients(seats);
        here.retainAll(clients);
        return board(permit, site, date, groups, seats, here);
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
            Permit permit, BoardRecords.Place site, LocalDate date, LocalDate from, LocalDate to) {
        var groups = records.groups(permit, site.id(), from, to);
        var seats = records.seats(permit, groups);
        var clients = clients(seats);
        ledger.settle(permit, clients.stream().map(ClientId::new).toList(), Ledger.mondayOf(date));
        return board(permit, site, date, groups, seats, clients);
    }

    private static Set<UUID> clients(List<BoardRecords.Seat> seats) {
        var clients = new LinkedHashSet<UUID>();
        seats.forEach(seat -> clients.add(seat.client()));
        return clients;
    }

    private BoardDay board(
            Permit permit,
            BoardRecords.Place site,
            LocalDate date,
            List<BoardRecords.Group> groups,
            List<BoardRecords.Seat> seats,
            Set<UUID> clients) {
        if (clients.isEmpty()) {
            return board(permit, site, date, groups, seats, List.of(), Map.of());
        }
        var monday = Ledger.mondayOf(date);
        var days = rows.days(permit, clients, monday, monday.plusDays(6));
        var people = rows.people(permit, clients, date, monday, days);
        return board(permit, site, date, groups, seats, people, days);
    }

    private BoardDay board(
            Permit permit,
            BoardRecords.Place site,
            LocalDate date,
            List<BoardRecords.Group> groups,
            List<BoardRecords.Seat> seats,
            List<RowRecords.Person> people,
            Map<UUID, List<RowRecords.Day>> days) {
        return new BoardDay(
                site,
                date,
                today(site),
                clock.instant(),
                groups,
                seats,
                people,
                days,
                access.mayByRole(permit.actor(), Action.CHECK_IN),
                access.mayByRole(permit.actor(), Action.CLIENT_VIEW),
                access.mayByRole(permit.actor(), Action.NOTE_VIEW),
                access.mayByRole(permit.actor(), Action.SESSION_EDIT));
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
