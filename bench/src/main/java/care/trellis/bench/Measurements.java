package care.trellis.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One operation after the other, application and floor in turns, in CPU milliseconds for one. */
final class Measurements {

    private static final int FLOOR_WRITES = 3000;
    private static final int FLOOR_SIGNATURES = 150;
    private static final int FLOOR_BOARDS = 300;
    private static final int FLOOR_LEDGERS = 100;
    private static final int BOARDS = 200;
    private static final int BARE_PAGES = 500;
    private static final int PUSHES = 200;
    private static final int COLD_LEDGERS = 4;
    private static final int KEPT_LEDGERS = 60;
    private static final int DECIDE_TIMES = 20;
    private static final int CHARTS = 300;
    private static final int FLOOR_CHARTS = 3000;

    private final Installation installation;
    private final SampleClinic clinic;
    private final Visitor visitor;
    private final Visitor bare;
    private final Process barePage;
    private final Floor floor;
    private final ClientWeeks weeks;
    private final Set<Long> apart;
    private final long postgres;
    private boolean floorToo = true;
    private final String board = "/board/" + SampleClinic.site();

    Measurements(
            Installation installation,
            SampleClinic clinic,
            Visitor visitor,
            Visitor bare,
            Process barePage,
            Floor floor)
            throws IOException, SQLException {
        this.installation = installation;
        this.clinic = clinic;
        this.visitor = visitor;
        this.bare = bare;
        this.barePage = barePage;
        this.floor = floor;
        this.weeks = new ClientWeeks(clinic.monday());
        this.apart = clinic.apart();
        this.postgres = installation.postgres();
    }

    /** Whether the page is there: a room that is not built yet is not found. */
    boolean built(String path) throws IOException, InterruptedException {
        return visitor.get(path).statusCode() == 200;
    }

    /** Check-ins of the hour that goes on, and everything decided anew because of them. */
    void checkIn(Rounds rounds) throws Exception {
        floor(rounds, "checkin", FLOOR_WRITES);
        clinic.run("forget-checkins");
        settle();
        var arrivals = clinic.arrivals();
        application(
                rounds,
                "checkin",
                arrivals.size(),
                () -> Load.run(arrivals.size(), (hand, piece) -> arrive(arrivals.get(piece))));
    }

    /** The whole page of the day board of 200 clients. */
    void board(Rounds rounds) throws Exception {
        floor(rounds, "board", FLOOR_BOARDS);
        application(
                rounds,
                "board",
                BOARDS,
                () -> Load.run(BOARDS, (hand, piece) -> page(visitor.get(board))));
        double before = Cpu.of(barePage.pid());
        Load.run(BARE_PAGES, (hand, piece) -> page(bare.get("/board")));
        rounds.add("bare jte page", (Cpu.of(barePage.pid()) - before) / BARE_PAGES);
    }

    /**
     * One changed row, rendered and pushed to one open screen: changes told with the screen on,
     * less the same changes told at the same pace with it off.
     */
    void boardRefresh(Rounds rounds) throws Exception {
        var changes = clinic.arrivals().stream().filter(it -> isOnBoard(it.client())).toList();
        var live = board + "/live?date=" + clinic.today() + "&since=" + System.currentTimeMillis();
        var started = System.nanoTime();
        double withScreen;
        clinic.awaitQuiet();
        try (var screen = Screen.open(visitor, live)) {
            Thread.sleep(500);
            screen.clear();
            withScreen =
                    spent(() -> {
                        for (int change = 0; change < PUSHES; change++) {
                            clinic.tellChange(changes.get(change % changes.size()));
                            screen.awaitPush();
                        }
                    });
        }
        long pace = (System.nanoTime() - started) / 1_000_000 / PUSHES;
        Thread.sleep(1000);
        clinic.awaitQuiet();
        double without =
                spent(() -> {
                    for (int change = 0; change < PUSHES; change++) {
                        clinic.tellChange(changes.get(change % changes.size()));
                        Thread.sleep(pace);
                    }
                });
        rounds.add("board-refresh", Math.max(0, withScreen - without) / PUSHES);
    }

    /** Group notes of twelve, written before and signed in one press. */
    void sign(Rounds rounds) throws Exception {
        floor(rounds, "sign-group-note", FLOOR_SIGNATURES);
        clinic.run("forget-signatures");
        settle();
        var sessions = clinic.unsigned();
        application(
                rounds,
                "sign-group-note",
                sessions.size(),
                () -> Load.run(sessions.size(), (hand, piece) -> signature(sessions.get(piece))));
    }

    /** The weekly ledger of 500 clients, with nothing kept of the week and then from kept rows. */
    void ledger(Rounds rounds) throws Exception {
        floor(rounds, "ledger", FLOOR_LEDGERS);
        decide(rounds);
        clinic.awaitQuiet();
        double application = 0;
        double database = 0;
        for (int time = 0; time < COLD_LEDGERS; time++) {
            clinic.run("empty-ledger");
            double programBefore = Cpu.of(installation.program());
            double databaseBefore = Cpu.ofFamily(postgres, apart);
            page(visitor.get("/ledger"));
            application += Cpu.of(installation.program()) - programBefore;
            database += Cpu.ofFamily(postgres, apart) - databaseBefore;
        }
        rounds.add("ledger-cold", (application + database) / COLD_LEDGERS);
        rounds.add("ledger-cold, application", application / COLD_LEDGERS);
        rounds.add("ledger-cold, database", database / COLD_LEDGERS);
        application(
                rounds,
                "ledger-kept",
                KEPT_LEDGERS,
                () -> Load.run(KEPT_LEDGERS, (hand, piece) -> page(visitor.get("/ledger"))));
    }

    /** The whole chart of one client after the other. */
    void chart(Rounds rounds) throws Exception {
        floor(rounds, "chart", FLOOR_CHARTS);
        application(
                rounds,
                "chart",
                CHARTS,
                () ->
                        Load.run(
                                CHARTS,
                                (hand, piece) ->
                                        page(
                                                visitor.get(
                                                        "/clients/"
                                                                + SampleClinic.client(
                                                                        1
                                                                                + piece
                                                                                        * 37
                                                                                        % SampleClinic
                                                                                                .CLIENTS)))));
    }

    /** The rules alone, in this process, on the weeks of the same 500 clients. */
    void decide(Rounds rounds) {
        long self = ProcessHandle.current().pid();
        double before = Cpu.of(self);
        if (weeks.decide(DECIDE_TIMES) == 0) {
            throw new IllegalStateException("Nothing was decided");
        }
        rounds.add("decide 500 client-weeks", (Cpu.of(self) - before) / DECIDE_TIMES);
    }

    /** Lets the machines behind every operation find their stride. */
    void warmUp(List<String> names, java.time.Duration atLeast) throws Exception {
        var unkept = new Rounds();
        long until = System.nanoTime() + atLeast.toNanos();
        do {
            round(names, unkept);
            floorToo = false;
        } while (System.nanoTime() < until);
        floorToo = true;
    }

    /** One round of what is wanted. */
    void round(List<String> names, Rounds rounds) throws Exception {
        if (names.contains("checkin")) {
            checkIn(rounds);
        }
        if (names.contains("board") || names.contains("board-refresh")) {
            board(rounds);
        }
        if (names.contains("board-refresh")) {
            boardRefresh(rounds);
        }
        if (names.contains("sign-group-note")) {
            sign(rounds);
        }
        if (names.contains("chart")) {
            chart(rounds);
        }
        if (names.contains("ledger-cold") || names.contains("ledger-kept")) {
            ledger(rounds);
        } else if (names.contains("decide")) {
            decide(rounds);
        }
    }

    /** Brings every kept figure up to date: the ledger's page decides what is open. */
    private void settle() throws Exception {
        page(visitor.get("/ledger"));
        clinic.awaitQuiet();
    }

    private void application(Rounds rounds, String name, int times, Step work) throws Exception {
        double program = Cpu.of(installation.program());
        double database = Cpu.ofFamily(postgres, apart);
        work.run();
        clinic.awaitQuiet();
        program = Cpu.of(installation.program()) - program;
        database = Cpu.ofFamily(postgres, apart) - database;
        rounds.add(name, (program + database) / times);
        rounds.add(name + ", application", program / times);
        rounds.add(name + ", database", database / times);
    }

    private double spent(Step work) throws Exception {
        double before = Cpu.of(installation.program()) + Cpu.ofFamily(postgres, apart);
        work.run();
        return Cpu.of(installation.program()) + Cpu.ofFamily(postgres, apart) - before;
    }

    /** L and W of an operation. PostgreSQL finds its stride in one round, so that one is enough. */
    private void floor(Rounds rounds, String operation, int times) {
        if (floorToo) {
            rounds.add(operation + " L", floor.plain(operation, times));
            rounds.add(operation + " W", floor.walled(operation, times));
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    private void arrive(SampleClinic.Arrival arrival) throws IOException, InterruptedException {
        var answer =
                visitor.put(
                        "/board/sessions/%s/arrivals/%s?columns=3"
                                .formatted(arrival.session(), arrival.client()));
        if (answer.statusCode() != 200 || !answer.body().contains(" is here.")) {
            throw new IOException("A check-in was answered with " + answer.statusCode());
        }
    }

    private void signature(UUID session) throws IOException, InterruptedException {
        var answer =
                visitor.post(
                        "/sessions/" + session + "/note/signature",
                        Map.of("key", UUID.randomUUID().toString()));
        if (!answer.headers().firstValue("Location").orElse("").endsWith("signed=12")) {
            throw new IOException("A signature was answered with " + answer.statusCode());
        }
    }

    private static boolean isOnBoard(UUID client) {
        for (int number = 1; number <= SampleClinic.BOARD_CLIENTS; number++) {
            if (SampleClinic.client(number).equals(client)) {
                return true;
            }
        }
        return false;
    }

    private static void page(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException("A page was answered with " + answer.statusCode());
        }
    }
}
