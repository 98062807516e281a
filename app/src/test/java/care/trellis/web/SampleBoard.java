package care.trellis.web;

import care.trellis.board.Authorized;
import care.trellis.board.BoardFilters;
import care.trellis.board.BoardRow;
import care.trellis.board.BoardTrack;
import care.trellis.board.BoardView;
import care.trellis.board.CellAction;
import care.trellis.board.CellDetail;
import care.trellis.board.Client;
import care.trellis.board.DayCell;
import care.trellis.board.Headcount;
import care.trellis.board.Hours;
import care.trellis.board.Mark;
import care.trellis.board.SessionCard;
import care.trellis.board.SessionCell;
import care.trellis.board.SheetView;
import care.trellis.board.Signal;
import care.trellis.board.WeekRow;
import care.trellis.board.WeekView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** An invented morning, so that a page can be looked at without a program behind it. */
final class SampleBoard {

    private static final List<String> NAMES =
            List.of(
                    "Karim A.",
                    "Victor A.",
                    "Isaac B.",
                    "Owen C.",
                    "Rosa D.",
                    "Quinn F.",
                    "Farid H.",
                    "Wren H.",
                    "Priya I.",
                    "Uma K.",
                    "Ben L.",
                    "Chloë M.",
                    "Dmitri N.",
                    "Adaeze O.");

    private static final List<String> PAYERS =
            List.of("Summit", "Pinecrest", "Self-pay", "Meridian");

    private SampleBoard() {}

    static Frame frame() {
        return new Frame(
                "Northgate IOP",
                "Marisol Ortiz",
                "Clinician",
                List.of(
                        new MenuGroup(
                                List.of(
                                        new MenuEntry("today", "Today", "today", "/board"),
                                        new MenuEntry("clients", "Clients", "clients", "/clients"),
                                        new MenuEntry("notes", "Notes", "notes", "/notes", 3),
                                        new MenuEntry(
                                                "authorizations",
                                                "Authorizations",
                                                "authorization",
                                                "/authorizations"),
                                        new MenuEntry("claims", "Claims", "claims", "/claims"),
                                        new MenuEntry(
                                                "remittances",
                                                "Remittances",
                                                "remittance",
                                                "/remittances"),
                                        new MenuEntry("import", "Import", "import", "/import"),
                                        new MenuEntry(
                                                "staff", "Staff and access", "staff", "/staff"),
                                        new MenuEntry(
                                                "settings", "Settings", "settings", "/settings")))),
                new Csrf("X-CSRF-TOKEN", "_csrf", "sample"),
                Duration.ofMinutes(15),
                true);
    }

    static BoardView day() {
        return new BoardView(
                new Headcount(14, 8, 2, 2, 2, "/board?date=2026-11-21"),
                List.of(
                        new SessionCard(
                                "session-1",
                                "9:00 – 9:50",
                                "Process group",
                                "Room A",
                                "M. Okafor, LPC",
                                "12 here · 2 absent",
                                12,
                                14,
                                "/notes/1",
                                "",
                                "Note signed",
                                Tone.GOOD),
                        new SessionCard(
                                "session-2",
                                "10:00 – 10:50",
                                "DBT skills: distress tolerance",
                                "Room B",
                                "J. Ruiz, LCSW · A. Kim, CADC",
                                "9 here · 5 not marked",
                                9,
                                14,
                                "/notes/2",
                                "/moves",
                                "3 lines empty",
                                Tone.WATCH),
                        new SessionCard(
                                "session-3",
                                "11:00 – 11:50",
                                "Relapse prevention",
                                "Room A",
                                "T. Lindqvist, LADC",
                                "0 here · 14 expected",
                                0,
                                14,
                                "",
                                "",
                                "",
                                Tone.NEUTRAL)),
                3,
                List.of(
                        new BoardTrack(
                                "track-1",
                                "Morning IOP",
                                "8 clients",
                                List.of("9:00 Process", "10:00 DBT skills", "11:00 Relapse"),
                                rows(0, 8, 3)),
                        new BoardTrack(
                                "track-2",
                                "Adolescent",
                                "6 clients",
                                List.of("9:30 Process", "10:30 Family"),
                                rows(8, 14, 2))),
                filters("/board"),
                "/board/live",
                "/board?date=2026-11-20",
                "/board?date=2026-11-23",
                "/board",
                "/board/week",
                "/board/sheet");
    }

    /** What is behind the mark of a client who came late. */
    static CellDetail detail() {
        return new CellDetail(
                "Quinn F. · 9:00 Process group",
                "Late, 44 minutes",
                "row-5",
                List.of(
                        new CellAction("Check out", "door", "/1"),
                        new CellAction("Mark absent", "cross", "/2"),
                        new CellAction("Correct a time", "pen", "/3")),
                List.of(new Fact("Counted", "44 min"), new Fact("Summit counts from", "45 min")),
                List.of(
                        new Event("9:06", "Arrived", "Front desk", Tone.WATCH),
                        new Event("9:50", "Left", "End of the session, estimated", Tone.NEUTRAL)),
                List.of(
                        new Stage("Scheduled", "", Tone.GOOD, ""),
                        new Stage("Attended", "44 min", Tone.GOOD, ""),
                        new Stage("Documented", "", Tone.GOOD, ""),
                        new Stage("Countable", "1 min short", Tone.BAD, ""),
                        new Stage("Authorized", "", Tone.NEUTRAL, ""),
                        new Stage("Billable", "", Tone.NEUTRAL, "")),
                "/ledger/1");
    }

    /** The second client after a check-in to the last session. */
    static BoardRow checkedIn() {
        var row = row(1, 3);
        var cells = new ArrayList<>(row.cells());
        var cell = cells.getLast();
        cells.set(
                2,
                new SessionCell(
                        cell.elementId(),
                        cell.session(),
                        cell.time(),
                        Mark.PRESENT,
                        "",
                        List.of(),
                        "",
                        cell.detailPath()));
        return new BoardRow(
                row.elementId(),
                row.client(),
                row.track(),
                row.payer(),
                row.columns(),
                cells,
                row.hours(),
                row.authorized(),
                row.money());
    }

    static WeekView week() {
        return new WeekView(
                new Headcount(14, 8, 2, 2, 2, "/board"),
                List.of("Mon 16", "Tue 17", "Wed 18", "Thu 19", "Fri 20"),
                IntStream.range(0, NAMES.size()).mapToObj(SampleBoard::weekRow).toList(),
                filters("/board/week"),
                "/board/live",
                "/board/week?date=2026-11-09",
                "/board/week?date=2026-11-23",
                "/board",
                "/board/week");
    }

    static SheetView sheet() {
        return new SheetView(
                "Morning IOP, Saturday, November 21",
                "Northgate, main site",
                List.of("9:00", "10:00", "11:00"),
                NAMES);
    }

    private static BoardFilters filters(String path) {
        return new BoardFilters(
                path,
                "2026-11-21",
                List.of(new Choice("", "All tracks", true), new Choice("1", "Morning IOP", false)),
                List.of(new Choice("", "All payers", true), new Choice("1", "Summit", false)),
                List.of(),
                List.of(),
                List.of(),
                false,
                false);
    }

    private static List<BoardRow> rows(int from, int to, int sessions) {
        return IntStream.range(from, to).mapToObj(i -> row(i, sessions)).toList();
    }

    private static BoardRow row(int i, int sessions) {
        var cells = new ArrayList<SessionCell>();
        for (var session = 0; session < sessions; session++) {
            cells.add(cell(i, session));
        }
        return new BoardRow(
                "row-" + i,
                client(i),
                "Morning IOP",
                PAYERS.get(i % 4),
                3,
                cells,
                hours(i),
                authorized(i),
                i % 5 == 1 ? "$394" : "");
    }

    private static SessionCell cell(int i, int session) {
        var mark = mark(i, session);
        var signals = new ArrayList<Signal>();
        if (mark == Mark.PRESENT && session == 0) {
            signals.add(i % 3 == 0 ? Signal.NOTE_UNSIGNED : Signal.BILLABLE);
        }
        if (i % 7 == 4 && session == 0) {
            signals.clear();
            signals.add(Signal.NO_AUTHORIZATION);
        }
        var id = "cell-" + i + "-" + session;
        return new SessionCell(
                id,
                List.of("9:00 Process group", "10:00 DBT skills", "11:00 Relapse prevention")
                        .get(session),
                List.of("9:00", "10:00", "11:00").get(session),
                mark,
                mark == Mark.LATE ? "44 min" : "",
                signals,
                mark == Mark.EXPECTED ? "/sessions/1/arrivals/" + i : "",
                "/sessions/1/attendance/" + i);
    }

    private static Mark mark(int i, int session) {
        return switch (session) {
            case 0 ->
                    i == 5
                            ? Mark.LATE
                            : i == 9 ? Mark.VIRTUAL : i == 11 ? Mark.ABSENT : Mark.PRESENT;
            case 1 -> i == 1 || i == 10 ? Mark.ABSENT : i % 3 == 0 ? Mark.PRESENT : Mark.EXPECTED;
            default -> i == 2 ? Mark.AWAY : Mark.EXPECTED;
        };
    }

    private static Client client(int i) {
        var name = NAMES.get(i);
        return new Client(
                name,
                Initials.of(name),
                i % 3 == 1 ? "she/her" : "he/him",
                "/clients/" + i,
                List.of());
    }

    private static Hours hours(int i) {
        return switch (i % 4) {
            case 1 ->
                    new Hours(
                            "1.7 of 9.0 h", 1.7, 7.7, 9, "Ends at 7.7; 2 make-ups fit", Tone.WATCH);
            case 3 -> new Hours("9.0 of 9.0 h", 9, 9, 9, "", Tone.GOOD);
            default -> new Hours("5.7 of 9.0 h", 5.7, 9, 9, "", Tone.GOOD);
        };
    }

    private static Authorized authorized(int i) {
        return switch (i % 5) {
            case 0 -> new Authorized("10 of 12 days", 10, 12, "UR today", Tone.WATCH);
            case 2 -> new Authorized("None needed", 0, 0, "", Tone.NEUTRAL);
            case 4 -> new Authorized("12 of 12 days", 12, 12, "Used up", Tone.BAD);
            default -> new Authorized("4 of 18 days", 4, 18, "UR Thu", Tone.GOOD);
        };
    }

    private static WeekRow weekRow(int i) {
        var days = new ArrayList<DayCell>();
        for (var day = 0; day < 5; day++) {
            days.add(dayCell(i, day));
        }
        return new WeekRow(
                "week-" + i,
                client(i),
                i < 8 ? "Morning IOP" : "Adolescent",
                PAYERS.get(i % 4),
                days,
                hours(i),
                authorized(i),
                "$788",
                i % 5 == 1 ? "$394" : "");
    }

    private static DayCell dayCell(int i, int day) {
        var name = List.of("Mon", "Tue", "Wed", "Thu", "Fri").get(day);
        if (day == 2) {
            return new DayCell(
                    "day-" + i + "-" + day, name, false, "", List.of(), List.of(), "", "");
        }
        var marks =
                day > 3
                        ? List.of(Mark.EXPECTED, Mark.EXPECTED, Mark.EXPECTED)
                        : List.of(
                                mark(i, 0), mark(i + day, 1), day == 3 ? mark(i, 2) : Mark.PRESENT);
        var signals =
                day > 2
                        ? List.<Signal>of()
                        : List.of(
                                i % 6 == 2
                                        ? Signal.NOTE_UNSIGNED
                                        : i % 7 == 4 ? Signal.NO_AUTHORIZATION : Signal.BILLABLE);
        return new DayCell(
                "day-" + i + "-" + day,
                name,
                day == 3,
                day > 3 ? "3.0" : "2.7",
                marks,
                signals,
                "162 of 180 minutes\nSummit counts a day from 180 minutes\n4 days of the authorization left",
                "/ledger/" + i + "/" + day);
    }
}
