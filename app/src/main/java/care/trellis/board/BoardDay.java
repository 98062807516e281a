package care.trellis.board;

import care.trellis.attendance.Status;
import care.trellis.clients.ClientId;
import care.trellis.ledger.ClientWeek;
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
 * @param people the clients whose rows are wanted; seats and sessions cover everybody
 * @param ledger the kept days of their weeks
 * @param judged their weeks as the ledger decided them
 */
record BoardDay(
        BoardRecords.Place site,
        LocalDate date,
        LocalDate today,
        Instant now,
        List<BoardRecords.Group> groups,
        List<BoardRecords.Seat> seats,
        List<BoardRecords.Person> people,
        Map<UUID, BoardRecords.Week> weeks,
        Map<UUID, List<BoardRecords.Day>> ledger,
        Map<ClientId, ClientWeek> judged,
        boolean mayCheckIn,
        boolean mayOpenCharts,
        boolean mayOpenNotes) {

    /** Minutes that a client's week needs: by the payer's rule, else by the plan; 0 for neither. */
    int needed(BoardRecords.Person person) {
        var week = judged.get(new ClientId(person.id()));
        return week != null && week.needed() != null ? week.needed() : person.planMinutes();
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
        var seatsBySession = seatsBySession();
        var byClient = new LinkedHashMap<UUID, List<Placed>>();
        for (var group : groups) {
            for (var seat : seatsBySession.getOrDefault(group.id(), List.of())) {
                byClient.computeIfAbsent(seat.client(), first -> new ArrayList<>())
                        .add(new Placed(group, seat));
            }
        }
        return byClient;
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
