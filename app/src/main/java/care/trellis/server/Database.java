package care.trellis.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * One Trellis database, migrated. Two roles use it: the owner makes the tables, the application
 * reads and writes them, owns nothing and cannot step around row-level security.
 *
 * @param url without credentials
 * @param owner runs migrations
 * @param app what the program signs in as
 */
public record Database(String url, Credentials owner, Credentials app) {

    /** Owns everything in the database and is nobody outside it. */
    public static final String OWNER_ROLE = "trellis_owner";

    /**
     * The role to which migrations grant, table by table. It may enter every schema; nothing else
     * is granted by default, and functions are executable only where a migration says so.
     */
    public static final String APP_ROLE = "trellis_app";

    private static final String NAME = "trellis";

    /** The database of a home, made and migrated where needed. */
    static Database in(EmbeddedPostgres server, Path credentialsFile) {
        return create(server, NAME, Logins.readOrCreate(credentialsFile)).migrate();
    }

    /** A named database with the two roles, not yet migrated; an existing one is left as it is. */
    static Database create(EmbeddedPostgres server, String name, Logins logins) {
        try (var connection = connect(server.url("postgres"), server.superuser())) {
            ensureRole(connection, OWNER_ROLE, logins.owner());
            ensureRole(connection, APP_ROLE, logins.app());
            if (!exists(connection, "select from pg_database where datname = ?", name)) {
                execute(connection, "create database %s owner %s".formatted(name, OWNER_ROLE));
                restrictToRoles(connection, name);
            }
            return new Database(server.url(name), logins.owner(), logins.app());
        } catch (SQLException e) {
            throw new CannotStart("Cannot prepare the database: " + e.getMessage(), e);
        }
    }

    /** Only the two roles may enter. */
    static void restrictToRoles(Connection connection, String name) throws SQLException {
        execute(connection, "revoke all on database %s from public".formatted(name));
        execute(connection, "grant connect on database %s to %s".formatted(name, APP_ROLE));
    }

    /** A server of the site's own; its administrator has made the database and both logins. */
    static Database external(String url, Path credentialsFile) {
        ExternalUrl.requireEncryption(url);
        var logins = Logins.read(credentialsFile);
        var database = new Database(url, logins.owner(), logins.app());
        ExternalUrl.requireModestAppRole(database);
        return database.migrate();
    }

    /** Brings the schema to this build's version; doing it twice changes nothing. */
    Database migrate() {
        try (var connection = connect(url, owner)) {
            execute(connection, "alter default privileges grant usage on schemas to " + APP_ROLE);
            execute(connection, "alter default privileges revoke execute on functions from public");
        } catch (SQLException e) {
            throw new CannotStart(
                    "Cannot reach the database %s: %s".formatted(url, e.getMessage()), e);
        }
        try {
            Flyway.configure()
                    .dataSource(url, owner.user(), owner.password())
                    .locations("classpath:db/migration")
                    .defaultSchema("platform")
                    .table("schema_history")
                    .placeholders(Map.of("appRole", app.user()))
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new CannotStart("The database cannot be migrated: " + e.getMessage(), e);
        }
        return this;
    }

    /** A connection as one of the logins. */
    static Connection connect(String url, Credentials login) throws SQLException {
        return DriverManager.getConnection(url, login.user(), login.password());
    }

    private static void ensureRole(Connection connection, String role, Credentials login)
            throws SQLException {
        if (!exists(connection, "select from pg_roles where rolname = ?", role)) {
            execute(
                    connection,
                    "create role %s login nosuperuser nocreatedb nocreaterole nobypassrls password '%s'"
                            .formatted(role, login.password()));
        }
    }

    private static boolean exists(Connection connection, String sql, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
