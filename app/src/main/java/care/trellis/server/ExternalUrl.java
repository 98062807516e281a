package care.trellis.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/** What a PostgreSQL server that is not our own must promise before the program uses it. */
final class ExternalUrl {

    private ExternalUrl() {}

    /**
     * Data leaves the machine only encrypted, and only to a server whose certificate was checked.
     */
    static void requireEncryption(String url) {
        var parts =
                url.startsWith("jdbc:postgresql:") ? Driver.parseURL(url, new Properties()) : null;
        if (parts == null) {
            throw new CannotStart(
                    "TRELLIS_DATABASE_URL must look like jdbc:postgresql://host:5432/database?sslmode=verify-full.");
        }
        var encrypted =
                List.of("verify-full", "verify-ca").contains(parts.getProperty("sslmode", ""));
        for (var host : parts.getProperty("PGHOST", "localhost").split(",")) {
            if (!encrypted && !isLoopback(host)) {
                throw new CannotStart(
                        "TRELLIS_DATABASE_URL names the remote host %s without encryption; add sslmode=verify-full to it."
                                .formatted(host));
            }
        }
    }

    /** The application must not be able to step around row-level security. */
    static void requireModestAppRole(Database database) {
        try (var connection = Database.connect(database.url(), database.app());
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select rolsuper or rolbypassrls or pg_has_role(current_user, d.datdba, 'member'),
                                       coalesce((select pg_has_role(current_user, oid, 'usage')
                                                 from pg_roles where rolname = 'trellis_app'), false)
                                from pg_roles, pg_database d
                                where rolname = current_user and d.datname = current_database()
                                """)) {
            rows.next();
            if (rows.getBoolean(1)) {
                throw new CannotStart(
                        "app.user %s must not be superuser, bypass row security or own the database."
                                .formatted(database.app().user()));
            }
            if (!rows.getBoolean(2)) {
                throw new CannotStart(
                        "app.user %s must be the role trellis_app or a member of it; create the role or grant it."
                                .formatted(database.app().user()));
            }
        } catch (SQLException e) {
            throw new CannotStart(
                    "Cannot reach the database %s as %s: %s"
                            .formatted(database.url(), database.app().user(), e.getMessage()),
                    e);
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
