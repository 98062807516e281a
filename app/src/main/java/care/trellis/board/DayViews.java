package care.trellis.board;

import care.trellis.attendance.Status;
import care.trellis.web.Choice;
import care.trellis.web.Tone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Turns the facts of a day into the finished text of its board. */
final class DayViews {

    private final BoardDay day;
    private final Map<UUID, List<BoardDay.Placed>> placed;
    private final Map<UUID, List<BoardRecords.Seat>> seatsBySession;
    private final Map<UUID, List<BoardRecords.Group>> columnsByTrack;
    private final Map<UUID, String> times = new HashMap<>();
    private final Map<UUID, String> headings = new HashMap<>();

    DayViews(BoardDay day) {
        this.day = day;
        day.groups()
                .forEach(group -> {
                    var time = Words.time(group.startsAt(), day.site().zone());
                    times.put(group.id(), time);
                    headings.put(group.id(), time + " " + group.title());
                });
        this.seatsBySession = day.seatsBySession();
        this.placed = day.placedByClient(seatsBySession);
        this.columnsByTrack = new LinkedHashMap<>();
        day.groups().stream()
                .filter(group -> !group.track().equals(BoardRecords.NO_TRACK))
                .forEach(group ->
                        columnsByTrack
                                .computeIfAbsent(group.track(), first -> new ArrayList<>())
                                .add(group));
    }

    BoardView board(Filter filter, LocalDate before, LocalDate after, long since) {
        var path = "/board/" + day.site().id();
        int columns = columns();
        var tracks = tracks(filter, columns);
        return new BoardView(
                headcount(),
                day.groups().stream().map(this::card).toList(),
                columns,
                tracks,
                filters(path, filter),
                "%s/live?date=%s&since=%d&columns=%d%s"
                        .formatted(path, day.date(), since, columns, filter.query()),
                "%s?date=%s%s".formatted(path, before, filter.query()),
                "%s?date=%s%s".formatted(path, after, filter.query()),
                "%s?date=%s%s".formatted(path, day.date(), filter.query()),
                "%s/week?date=%s%s".formatted(path, day.date(), filter.query()),
                "%s/sheet?date=%s".formatted(path, day.date()));
    }

    private List<BoardTrack> tracks(Filter filter, int columns) {
        var rows = new LinkedHashMap<UUID, List<BoardRow>>();
        columnsByTrack.keySet().forEach(track -> rows.put(track, new ArrayList<>()));
        for (var person : day.people()) {
            var track = trackOf(person.id());
            if (!filter.track().isEmpty() && !filter.track().equals(track.toString())) {
                continue;
            }
            if (!filter.fits(person, placed.getOrDefault(person.id(), List.of()))) {
                continue;
            }
            if (!filter.mark().isEmpty() && !filter.mark().equals(dayMark(person.id()).css())) {
                continue;
            }
            var row = row(person, columns);
            if (!filter.risk() || !row.money().isEmpty()) {
                rows.computeIfAbsent(track, first -> new ArrayList<>()).add(row);
            }
        }
        return rows.entrySet().stream()
                .filter(track -> !track.getValue().isEmpty())
                .map(track -> track(track.getKey(), track.getValue()))
                .toList();
    }

    private BoardTrack track(UUID track, List<BoardRow> rows) {
        var sessions = columnsByTrack.getOrDefault(track, List.of());
        return new BoardTrack(
                "track-" + track,
                trackName(track),
                rows.size() == 1 ? "1 client" : rows.size() + " clients",
                sessions.stream().map(this::heading).toList(),
                rows);
    }

    private String trackName(UUID track) {
        var sessions = columnsByTrack.getOrDefault(track, List.of());
        return sessions.isEmpty() ? "One to one" : sessions.getFirst().trackName();
    }

    private String heading(BoardRecords.Group group) {
        return Objects.requireNonNull(headings.get(group.id()));
    }

    private String time(BoardRecords.Group group) {
        return Objects.requireNonNull(times.get(group.id()));
    }

    /** One client's row, as it stands in a table of so many session columns. */
    BoardRow row(RowRecords.Person person, int columns) {
        var ledger = day.ledger().getOrDefault(person.id(), List.of());
        return new BoardRow(
                "row-" + person.id(),
                Words.client(person, day.mayOpenCharts()),
                trackName(trackOf(person.id())),
                person.payer(),
                columns,
                cells(person.id(), ledger),
                Words.hours(person.needed(), person.offered(), ledger),
                Words.authorized(person, day.date()),
                Words.dollars(Words.atRisk(ledger)));
    }

    /** The marks of one client at those of these sessions that the client sits in. */
    List<SessionCell> marks(UUID client, Set<UUID> sessions) {
        var wanted =
                sessions.stream()
                        .map(session -> Words.cellId(client, session))
                        .collect(Collectors.toSet());
        return cells(client, day.ledger().getOrDefault(client, List.of())).stream()
                .filter(cell -> wanted.contains(cell.elementId()))
                .toList();
    }

    private List<SessionCell> cells(UUID client, List<RowRecords.Day> ledger) {
        var own = new LinkedHashMap<UUID, BoardDay.Placed>();
        placed.getOrDefault(client, List.of()).forEach(place -> own.put(place.group().id(), place));
        var signals =
                new ArrayList<>(
                        ledger.stream()
                                .filter(kept -> kept.date().equals(day.date()))
                                .flatMap(kept -> Words.signals(kept).stream())
                                .toList());
        var cells = new ArrayList<SessionCell>();
        for (var group : columnsByTrack.getOrDefault(trackOf(client), List.of())) {
            var place = own.remove(group.id());
            cells.add(place == null ? blank(client, group) : cell(client, place, false, signals));
        }
        own.values().forEach(place -> cells.add(cell(client, place, true, signals)));
        return cells;
    }

    private SessionCell blank(UUID client, BoardRecords.Group group) {
        return new SessionCell(
                Words.cellId(client, group.id()),
                heading(group),
                time(group),
                Mark.AWAY,
                "",
                List.of(),
                "",
                "");
    }

    private SessionCell cell(
            UUID client, BoardDay.Placed place, boolean extra, List<Signal> daySignals) {
        var group = place.group();
        var seat = place.seat();
        var mark = place.mark();
        var path = "/board/sessions/" + group.id();
        var signals = new ArrayList<Signal>();
        if (seat.mark().status() == Status.PRESENT) {
            if (!seat.signed() && group.endsAt().isBefore(day.now())) {
                signals.add(Signal.NOTE_UNSIGNED);
            }
            signals.addAll(daySignals);
            daySignals.clear();
        }
        boolean open =
                day.mayCheckIn()
                        && mark == Mark.EXPECTED
                        && day.date().equals(day.today())
                        && day.now().isBefore(group.endsAt());
        return new SessionCell(
                Words.cellId(client, group.id()),
                heading(group),
                time(group),
                mark,
                minutes(group, seat, extra),
                signals,
                open ? path + "/arrivals/" + client : "",
                path + "/clients/" + client);
    }

    /** Minutes once somebody left, or less than all; where a cell has no heading, its time. */
    private String minutes(BoardRecords.Group group, BoardRecords.Seat seat, boolean extra) {
        var time = extra ? time(group) : "";
        if (seat.mark().leftAt() == null) {
            return time;
        }
        int minutes = seat.mark().minutes(group.startsAt(), group.endsAt(), day.now());
        return (minutes + " min" + (seat.mark().estimated() ? " est." : "") + " " + time).strip();
    }

    /** Session columns that the table needs. */
    int columns() {
        int most = 1;
        for (var client : placed.entrySet()) {
            var track = trackOf(client.getKey());
            long extra =
                    client.getValue().stream()
                            .filter(place -> !place.group().track().equals(track))
                            .count();
            most =
                    Math.max(
                            most,
                            columnsByTrack.getOrDefault(track, List.of()).size() + (int) extra);
        }
        return most;
    }

    /** The track that most of a client's sessions of the day belong to; of equals the earlier. */
    private UUID trackOf(UUID client) {
        var counts = new LinkedHashMap<UUID, Integer>();
        placed.getOrDefault(client, List.of()).stream()
                .map(place -> place.group().track())
                .filter(track -> !track.equals(BoardRecords.NO_TRACK))
                .forEach(track -> counts.merge(track, 1, Integer::sum));
        UUID best = BoardRecords.NO_TRACK;
        int most = 0;
        for (var count : counts.entrySet()) {
            if (count.getValue() > most) {
                best = count.getKey();
                most = count.getValue();
            }
        }
        return best;
    }

    private Mark dayMark(UUID client) {
        return BoardDay.dayMark(
                placed.getOrDefault(client, List.of()).stream()
                        .map(BoardDay.Placed::mark)
                        .toList());
    }

    Headcount headcount() {
        return Headcount.of(
                placed.values().stream()
                        .map(places ->
                                BoardDay.dayMark(
                                        places.stream().map(BoardDay.Placed::mark).toList()))
                        .toList(),
                Headcount.path(day.site().id(), day.date()));
    }

    /** The card of one session. */
    SessionCard card(BoardRecords.Group group) {
        int here = 0;
        int expected = 0;
        int absent = 0;
        int unsigned = 0;
        for (var seat : seatsBySession.getOrDefault(group.id(), List.of())) {
            expected++;
            switch (seat.mark().status()) {
                case PRESENT -> {
                    here++;
                    unsigned += seat.signed() ? 0 : 1;
                }
                case ABSENT, EXCUSED -> absent++;
                case EXPECTED -> {}
            }
        }
        boolean over = group.endsAt().isBefore(day.now());
        boolean nobody = !over && !group.cancelled() && group.staff().isEmpty();
        boolean crowded = group.capacity() > 0 && here > group.capacity();
        return new SessionCard(
                "session-" + group.id(),
                Words.span(group, day.site().zone()),
                group.title(),
                group.video() ? "Video" : group.room(),
                group.staff(),
                words(group, here, absent, expected),
                here,
                expected,
                day.mayOpenNotes()
                        ? "/sessions/%s/note".formatted(group.id())
                        : "/sessions/" + group.id(),
                day.mayMove() && !over && !group.cancelled() && expected > 0
                        ? "/board/sessions/%s/moves".formatted(group.id())
                        : "",
                nobody
                        ? "Nobody leads yet"
                        : crowded
                                ? "Room holds " + group.capacity()
                                : over && here > 0
                                        ? unsigned == 0
                                                ? "Notes signed"
                                                : unsigned
                                                        + (unsigned == 1
                                                                ? " note to sign"
                                                                : " notes to sign")
                                        : "",
                crowded || nobody ? Tone.BAD : unsigned == 0 ? Tone.GOOD : Tone.WATCH);
    }

    private static String words(BoardRecords.Group group, int here, int absent, int expected) {
        if (group.cancelled()) {
            return "Called off";
        }
        int open = expected - here - absent;
        return here
                + " here"
                + (absent > 0 ? " · " + absent + " absent" : "")
                + (open > 0 ? " · " + open + " expected" : "");
    }

    private BoardFilters filters(String path, Filter filter) {
        var tracks = new ArrayList<Choice>();
        tracks.add(new Choice("", "All tracks", filter.track().isEmpty()));
        columnsByTrack.forEach((track, sessions) ->
                tracks.add(
                        new Choice(
                                track.toString(),
                                sessions.getFirst().trackName(),
                                filter.track().equals(track.toString()))));
        return BoardFilters.of(day, path, tracks, filter);
    }
}
