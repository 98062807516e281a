package care.trellis.bench;

import care.trellis.board.Authorized;
import care.trellis.board.BoardFilters;
import care.trellis.board.BoardRow;
import care.trellis.board.BoardTrack;
import care.trellis.board.BoardView;
import care.trellis.board.Client;
import care.trellis.board.Headcount;
import care.trellis.board.Hours;
import care.trellis.board.Mark;
import care.trellis.board.SessionCard;
import care.trellis.board.SessionCell;
import care.trellis.board.Signal;
import care.trellis.web.Choice;
import care.trellis.web.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** A board's finished text, made once: groups of twelve, three hours, one of them going on. */
final class PreparedBoard {

    private static final String SITE = "/board/" + new UUID(1, 1);
    private static final List<String> HOURS =
            List.of("9:00 Process group", "10:00 Skills group", "11:00 Relapse prevention");

    private PreparedBoard() {}

    static BoardView of(int clients) {
        var tracks = new ArrayList<BoardTrack>();
        var cards = new ArrayList<SessionCard>();
        for (int track = 0; track * 12 < clients; track++) {
            var rows =
                    IntStream.range(track * 12, Math.min(clients, track * 12 + 12))
                            .mapToObj(PreparedBoard::row)
                            .toList();
            tracks.add(
                    new BoardTrack(
                            "track-" + new UUID(2, track),
                            "Group " + track,
                            rows.size() + " clients",
                            HOURS,
                            rows));
            HOURS.forEach(hour -> cards.add(card(hour, rows.size(), cards.size())));
        }
        return new BoardView(
                new Headcount(clients, clients - 20, 10, 5, 5, SITE + "?date=2026-06-05"),
                cards,
                3,
                tracks,
                new BoardFilters(
                        SITE,
                        "2026-06-05",
                        List.of(new Choice("", "All tracks", true)),
                        List.of(new Choice("", "All payers", true)),
                        List.of(new Choice("", "All levels", true)),
                        List.of(new Choice("", "All leads", true)),
                        List.of(new Choice("", "All counselors", true)),
                        false,
                        false),
                SITE + "/live?date=2026-06-05&since=1780000000000",
                SITE + "?date=2026-06-03",
                SITE + "?date=2026-06-08",
                SITE + "?date=2026-06-05",
                SITE + "/week?date=2026-06-05",
                SITE + "/sheet?date=2026-06-05");
    }

    private static SessionCard card(String hour, int expected, int number) {
        return new SessionCard(
                "session-" + new UUID(3, number),
                "9:00 – 10:00",
                hour.substring(hour.indexOf(' ') + 1),
                "Room B",
                "R. Vale, BHP · S. Hill, BHP",
                expected + " here",
                expected,
                expected,
                "/sessions/" + new UUID(3, number) + "/note",
                "/sessions/" + new UUID(3, number) + "/moves",
                expected + " notes to sign",
                Tone.WATCH);
    }

    private static BoardRow row(int client) {
        return new BoardRow(
                "row-" + new UUID(4, client),
                new Client("Adaeze O.", "AO", "", "/clients/" + new UUID(4, client), List.of()),
                "Group " + client / 12,
                "Summit Health",
                3,
                IntStream.range(0, 3).mapToObj(hour -> cell(client, hour)).toList(),
                new Hours("5.7 of 9.0 h", 5.7, 8.7, 9, "Ends at 8.7", Tone.WATCH),
                new Authorized("14 of 36 days used", 14, 36, "to Jul 24", Tone.GOOD),
                client % 3 == 0 ? "$315" : "");
    }

    private static SessionCell cell(int client, int hour) {
        var path = "/board/sessions/" + new UUID(3, client / 12 * 3 + hour);
        return new SessionCell(
                "cell-2xevrc20o%05d".formatted(client * 3 + hour),
                HOURS.get(hour),
                "9:00",
                hour < 2 ? Mark.PRESENT : Mark.EXPECTED,
                hour < 2 ? "60 min" : "",
                hour < 2 ? List.of(Signal.NOTE_UNSIGNED) : List.of(),
                hour < 2 ? "" : path + "/arrivals/" + new UUID(4, client),
                path + "/clients/" + new UUID(4, client));
    }
}
