package care.trellis.server;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;

/** The one server of a test JVM, and a template database that holds the migrated schema. */
public final class TestServer {

    private static final Home HOME = Home.open(TestFolders.HOME);
    private static final EmbeddedPostgres SERVER =
            EmbeddedPostgres.start(HOME.postgresql(), TestFolders.BINARIES);

    private static final Runnable STOP = SERVER::close;

    /** Named after the process, so that two test runs on one server do not meet. */
    private static final String PREFIX = "test_%d_".formatted(ProcessHandle.current().pid());

    private static final Database TEMPLATE = template();

    private TestServer() {}

    /** A copy of the migrated template under a name of its own. */
    public static synchronized Database freshDatabase() {
        var name = uniqueName();
        try (var connection = Database.connect(SERVER.url("postgres"), SERVER.superuser())) {
            Database.execute(
                    connection,
                    "create database %s template %stemplate owner %s"
                            .formatted(name, PREFIX, Database.OWNER_ROLE));
            Database.restrictToRoles(connection, name);
            return new Database(SERVER.url(name), TEMPLATE.owner(), TEMPLATE.app());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Contexts need the database while they close; where there are any, the server stops later. */
    public static void stopAfterContexts() {
        SERVER.keepUntilClosed();
        SpringApplication.getShutdownHandlers().add(STOP);
    }

    /** A database with the roles but no tables, as a site's administrator prepares it. */
    static Database emptyDatabase() {
        return Database.create(SERVER, uniqueName(), new Logins(TEMPLATE.owner(), TEMPLATE.app()));
    }

    private static String uniqueName() {
        return PREFIX + UUID.randomUUID().toString().replace('-', '_');
    }

    /** A connection that no wall stops: what somebody with the whole server in hand can do. */
    public static java.sql.Connection asSuperuser(String url) throws SQLException {
        return Database.connect(url, SERVER.superuser());
    }

    /** The settings with which a command works on a test's database, as on an external one. */
    public static Settings settings(String url) {
        return Settings.of(
                Map.of(
                        "TRELLIS_HOME", HOME.directory().toString(),
                        "TRELLIS_DATABASE_URL", url,
                        "TRELLIS_DATABASE_CREDENTIALS", HOME.databaseCredentials().toString()));
    }

    /** A key file for tests, real and of the right mode. */
    public static Path masterKey() {
        return HOME.masterKey();
    }

    private static Database template() {
        dropDatabasesOfEndedRuns();
        var name = PREFIX + "template";
        return Database.create(SERVER, name, Logins.readOrCreate(HOME.databaseCredentials()))
                .migrate();
    }

    private static void dropDatabasesOfEndedRuns() {
        try (var connection = Database.connect(SERVER.url("postgres"), SERVER.superuser());
                var statement = connection.createStatement()) {
            var names = new ArrayList<String>();
            var rows =
                    statement.executeQuery(
                            "select datname from pg_database where datname like 'test\\_%'");
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            for (var name : names) {
                var process = Long.parseLong(name.split("_")[1]);
                if (ProcessHandle.of(process).isEmpty()) {
                    statement.execute("drop database %s with (force)".formatted(name));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
