package care.trellis.bench;

import care.trellis.base.Keys;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The clinic that is measured: five weeks of 500 clients, written as the role that owns the tables,
 * and brought back to the state before a round between the rounds.
 */
final class SampleClinic implements AutoCloseable {

    /** Clients of the site on the board, and of both sites on the ledger. */
    static final int BOARD_CLIENTS = 200;

    static final int CLIENTS = 500;

    private static final int MIDDAY = 13;

    /** A client and the session they come to. */
    record Arrival(UUID session, UUID client) {}

    private final Connection owner;
    private final Connection watch;
    private final long watcher;
    private final UUID organization;
    private final ZoneId zone;

    private SampleClinic(
            Connection owner, Connection watch, long watcher, UUID organization, ZoneId zone) {
        this.owner = owner;
        this.watch = watch;
        this.watcher = watcher;
        this.organization = organization;
        this.zone = zone;
    }

    /** Fills the one organization of the installation. */
    static SampleClinic open(Installation installation) throws IOException, SQLException {
        var watch = installation.administrator("trellis");
        var organization = (UUID) one(watch, "select id from platform.organization");
        long watcher = ((Integer) one(watch, "select pg_backend_pid()")).longValue();
        var owner = installation.owner();
        owner.setAutoCommit(false);
        var clinic = new SampleClinic(owner, watch, watcher, organization, zone(Instant.now()));
        clinic.run("seed");
        clinic.words(installation.keys());
        try (var analyze = watch.createStatement()) {
            analyze.execute("vacuum analyze");
        }
        return clinic;
    }

    /** Where it is between one and two in the afternoon, on whatever day that is there. */
    static ZoneId zone(Instant now) {
        int ahead = MIDDAY - now.atZone(ZoneOffset.UTC).getHour();
        return ZoneId.of("Etc/GMT" + (ahead > 0 ? "-" + ahead : "+" + -ahead));
    }

    UUID organization() {
        return organization;
    }

    LocalDate today() {
        return LocalDate.now(zone);
    }

    LocalDate monday() {
        return today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static UUID site() {
        return Floor.id("site1");
    }

    static UUID client(int number) {
        return Floor.id("client" + number);
    }

    /** The group of a client, as the seed deals them out. */
    static int track(int client) {
        return client <= BOARD_CLIENTS ? (client - 1) / 12 + 1 : (client - 201) / 12 + 18;
    }

    /** One hour of a group today, 1 to 3. */
    UUID session(int track, int hour) {
        return Floor.id("session" + track + today() + hour);
    }

    /** Everybody who comes to the hour that goes on, in no order of groups. */
    List<Arrival> arrivals() {
        var arrivals = new ArrayList<Arrival>();
        for (int n = 0; n < CLIENTS; n++) {
            int client = 1 + (n * 37) % CLIENTS;
            arrivals.add(new Arrival(session(track(client), 3), client(client)));
        }
        return arrivals;
    }

    /** Today's sessions of twelve whose notes are written. */
    List<UUID> unsigned() {
        var sessions = new ArrayList<UUID>();
        for (int track = 1; track <= track(CLIENTS); track++) {
            if (track != track(BOARD_CLIENTS)) {
                sessions.add(session(track, 1));
                sessions.add(session(track, 2));
            }
        }
        return sessions;
    }

    /** Runs one of the files beside {@code seed.sql} as the owner, inside the organization. */
    void run(String file) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("set local app.organization = '" + organization + "'");
            statement.execute("set local bench.today = '" + today() + "'");
            statement.execute("set local bench.zone = '" + zone + "'");
            statement.execute(Script.text("clinic/" + file + ".sql"));
            owner.commit();
        }
    }

    /** Adds five years before the weeks that are measured. */
    void history() throws SQLException {
        run("history");
        try (var analyze = watch.createStatement()) {
            analyze.execute("vacuum analyze");
        }
    }

    /** Adds what claims and remittances are measured with. */
    void claims() throws SQLException {
        run("claims");
        try (var analyze = watch.createStatement()) {
            analyze.execute("vacuum analyze");
        }
    }

    /** The files of claims that went out since they were last forgotten. */
    List<byte[]> claimFiles() throws SQLException {
        var files = new ArrayList<byte[]>();
        try (var statement = watch.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select content from billing.file where direction = 'OUT' and control_number > 0
                                order by control_number
                                """)) {
            while (rows.next()) {
                files.add(rows.getBytes(1));
            }
        }
        return files;
    }

    private void words(Keys keys) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("set local app.organization = '" + organization + "'");
        }
        new SealedWords(owner, organization, keys).write();
        owner.commit();
    }

    /** Tells the program that one client's mark changed, as a check-in does when it commits. */
    void tellChange(Arrival arrival) throws SQLException {
        try (var tell = watch.prepareStatement("select pg_notify('trellis_news', ?)")) {
            tell.setString(
                    1,
                    "%s attendance %s %s".formatted(organization, arrival.session, arrival.client));
            tell.execute();
        }
    }

    /** Waits until every kept figure is current and every row of the record is sealed. */
    void awaitQuiet() throws SQLException, InterruptedException {
        while ((Boolean)
                one(
                        watch,
                        """
                        select exists (select from ledger.stale)
                            or (select count(*) from audit.event) > (select count(*) from audit.seal)
                        """)) {
            Thread.sleep(100);
        }
    }

    /** Days by state, to say what was measured. */
    String states() throws SQLException {
        return String.valueOf(
                one(
                        watch,
                        """
                        select string_agg(state || ' ' || days, ', ' order by state)
                        from (select state, count(*) as days from ledger.kept_day group by state) s
                        """));
    }

    /** PostgreSQL processes that work for the bench itself and are not counted. */
    Set<Long> apart() throws SQLException {
        owner.rollback();
        long own = ((Integer) one(owner, "select pg_backend_pid()")).longValue();
        owner.rollback();
        return Set.of(watcher, own);
    }

    private static Object one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getObject(1);
        }
    }

    @Override
    public void close() throws SQLException {
        owner.close();
        watch.close();
    }
}
