package care.trellis.server;

import java.util.Optional;

/**
 * The migrated database of a home while a command or the program uses it: the running program's
 * server is joined, a resting one is started, an external one is only connected to.
 */
public final class OpenDatabase implements AutoCloseable {

    private final Database database;
    private final Optional<EmbeddedPostgres> server;

    private OpenDatabase(Database database, Optional<EmbeddedPostgres> server) {
        this.database = database;
        this.server = server;
    }

    /** Opens what the settings name. */
    public static OpenDatabase of(Settings settings, Home home) {
        return settings.databaseUrl()
                .map(url ->
                        new OpenDatabase(
                                Database.external(
                                        url, settings.databaseCredentials().orElseThrow()),
                                Optional.empty()))
                .orElseGet(() -> embedded(home));
    }

    private static OpenDatabase embedded(Home home) {
        var server = EmbeddedPostgres.start(home.postgresql());
        try {
            return new OpenDatabase(
                    Database.in(server, home.databaseCredentials()), Optional.of(server));
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Its address and logins. */
    public Database database() {
        return database;
    }

    /** The embedded server, unless the database is external. */
    public Optional<EmbeddedPostgres> server() {
        return server;
    }

    @Override
    public void close() {
        server.ifPresent(EmbeddedPostgres::close);
    }
}
