package care.trellis.board;

import care.trellis.attendance.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The facts of one span of days at one site, as read at one moment: a day for the day board, a week
 * for the week board.
 *
 * @param groups the sessions of the span, or those around the clients whose rows are wanted
 * @param seats everybody who sits in them
 * @param people the clients whose rows are wanted
 * @param ledger the kept days of their weeks
 */
record BoardDay(
        BoardRecords.Place site,
        LocalDate date,
        LocalDate today,
        Instant now,
        List<BoardRecords.Group> groups,
        List<BoardRecords.Seat> seats,
        List<RowRecords.Person> people,
        Map<UUID, List<RowRecords.Day>> ledger,
        boolean mayCheckIn,
        boolean mayOpenCharts,
        boolean mayOpenNotes,
        boolean mayMove) {

    /** The same board with these seats as they stand now. */
    BoardDay seated(List<BoardRecords.Seat> changed, Instant at) {
        var fresh = new LinkedHashMap<UUID, Map<UUID, BoardRecords.Seat>>();
        changed.forEach(seat ->
                fresh.computeIfAbsent(seat.session(), first -> new HashMap<>())
                        .put(seat.client(), seat));
        var all =
                seats.stream()
                        .map(seat ->
                                fresh.getOrDefault(seat.session(), Map.of())
                                        .getOrDefault(seat.client(), seat))
                        .toList();
        return new BoardDay(
                site,
                date,
                today,
                at,
                groups,
                all,
                people,
                ledger,
                mayCheckIn,
                mayOpenCharts,
                mayOpenNotes,
                mayMove);
    }

    /** The same board with these clients as they are known now. */
    BoardDay known(List<RowRecords.Person> changed, Map<UUID, List<RowRecords.Day>> days) {
        var fresh = new HashMap<UUID, RowRecords.Person>();
        changed.forEach(person -> fresh.put(person.id(), person));
        var kept = new HashMap<>(ledger);
        kept.putAll(days);
        return new BoardDay(
                site,
                date,
                today,
                now,
                groups,
                seats,
                people.stream().map(person -> fresh.getOrDefault(person.id(), person)).toList(),
                kept,
                mayCheckIn,
                mayOpenCharts,
                mayOpenNotes,
                mayMove);
    }

    /** The Monday of the week. */
    LocalDate monday() {
        return date.with(
                java.time.temporal.TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
    }

    /** A client's seat together with its session. */
    record Placed(BoardRecords.Group group, BoardRecords.Seat seat) {

        Mark mark() {
            return BoardDay.mark(seat, group);
        }
    }

    /** The seats of each session. */
    Map<UUID, List<BoardRecords.Seat>> seatsBySession() {
        var bySession = new HashMap<UUID, List<BoardRecords.Seat>>();
        seats.forEach(seat ->
                bySession.computeIfAbsent(seat.session(), first -> new ArrayList<>()).add(seat));
        return bySession;
    }

    /** The seats of each client, in the order in which the sessions begin. */
    Map<UUID, List<Placed>> placedByClient() {
        return placedByClient(seatsBySession());
    }

    /**
     * The seats of each client, in the order in which the sessions begin.
     *
     * @param seatsBySession as {@link #seatsBySession} says
     */
    Map<UUID, List<Placed>> placedByClient(Map<UUID, List<BoardRecords.Seat>> seatsBySession) {
        var byClient = new LinkedHashMap<UUID, List<Placed>>();
        for (var group : groups) {
            for (var seat : seatsBySession.getOrDefault(group.id(), List.of())) {
                byClient.computeIfAbsent(seat.client(), first -> new ArrayList<>())
                        .add(new Placed(group, seat));
            }
        }
        return byClient;
    }

    /** How each client's whole day stands. */
    Map<UUID, Mark> dayMarks() {
        var marks = new HashMap<UUID, Mark>();
        placedByClient()
                .forEach((client, places) ->
                        marks.put(client, dayMark(places.stream().map(Placed::mark).toList())));
        return marks;
    }

    /** How one client stands to one session. */
    static Mark mark(BoardRecords.Seat seat, BoardRecords.Group group) {
        var status = seat.mark().status();
        if (group.cancelled() || status == Status.EXCUSED) {
            return Mark.AWAY;
        }
        return switch (status) {
            case EXPECTED -> Mark.EXPECTED;
            case ABSENT -> Mark.ABSENT;
            case EXCUSED -> Mark.AWAY;
            case PRESENT -> {
                var arrived = seat.mark().arrivedAt();
                if (arrived != null && arrived.isAfter(group.startsAt())) {
                    yield Mark.LATE;
                }
                yield group.video() ? Mark.VIRTUAL : Mark.PRESENT;
            }
        };
    }

    /** How the client's whole day stands: here beats late beats absent beats expected. */
    static Mark dayMark(List<Mark> marks) {
        for (var mark : List.of(Mark.PRESENT, Mark.VIRTUAL)) {
            if (marks.contains(mark)) {
                return marks.contains(Mark.LATE) ? Mark.LATE : Mark.PRESENT;
            }
        }
        if (marks.contains(Mark.LATE)) {
            return Mark.LATE;
        }
        if (marks.contains(Mark.EXPECTED)) {
            return Mark.EXPECTED;
        }
        return marks.contains(Mark.ABSENT) ? Mark.ABSENT : Mark.AWAY;
    }
}
