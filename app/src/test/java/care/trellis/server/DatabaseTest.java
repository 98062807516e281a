package care.trellis.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    final Database database = TestServer.freshDatabase();

    @Test
    void neither_role_is_more_than_it_must_be() throws Exception {
        for (var login : List.of(database.owner(), database.app())) {
            assertThat(
                            truth(
                                    login,
                                    """
                                    select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
                                    from pg_roles where rolname = current_user
                                    """))
                    .isFalse();
        }
    }

    @Test
    void the_application_owns_nothing() throws Exception {
        assertThat(
                        truth(
                                database.app(),
                                """
                                select exists (select from pg_class where relowner = current_user::regrole)
                                    or exists (select from pg_namespace where nspowner = current_user::regrole)
                                    or exists (select from pg_proc where proowner = current_user::regrole)
                                    or exists (select from pg_database where datdba = current_user::regrole)
                                """))
                .isFalse();
    }

    @Test
    void the_application_may_enter_a_new_schema_but_read_only_what_was_granted() throws Exception {
        try (var owner = Database.connect(database.url(), database.owner())) {
            Database.execute(owner, "create schema room");
            Database.execute(owner, "create table room.granted as select true as it");
            Database.execute(owner, "create table room.kept as select true as it");
            Database.execute(owner, "grant select on room.granted to trellis_app");
        }

        assertThat(truth(database.app(), "select it from room.granted")).isTrue();
        assertThatThrownBy(() -> truth(database.app(), "select it from room.kept"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void the_application_can_create_nothing() {
        for (var statement :
                List.of(
                        "create schema mine",
                        "create table public.mine (it int)",
                        "create temporary table mine (it int)")) {
            assertThatThrownBy(() -> execute(statement)).hasMessageContaining("permission denied");
        }
    }

    @Test
    void migrating_twice_changes_nothing() {
        assertThat(database.migrate()).isEqualTo(database);
    }

    @Test
    void a_remote_database_without_encryption_is_refused() {
        assertThatThrownBy(
                        () -> ExternalUrl.requireEncryption("jdbc:postgresql://192.0.2.1/trellis"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("sslmode=verify-full");
        ExternalUrl.requireEncryption("jdbc:postgresql://192.0.2.1/trellis?sslmode=verify-full");
        ExternalUrl.requireEncryption("jdbc:postgresql://localhost/trellis");
    }

    @Test
    void an_application_login_that_owns_the_database_is_refused() {
        var careless = new Database(database.url(), database.owner(), database.owner());

        assertThatThrownBy(() -> ExternalUrl.requireModestAppRole(careless))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("must not");
        ExternalUrl.requireModestAppRole(database);
    }

    @Test
    void an_external_database_is_migrated_from_one_url_and_one_file(@TempDir Path folder)
            throws Exception {
        var credentials = folder.resolve("credentials.properties");
        PrivateFiles.create(
                credentials,
                """
                owner.user=%s
                owner.password=%s
                app.user=%s
                app.password=%s
                """
                        .formatted(
                                database.owner().user(),
                                database.owner().password(),
                                database.app().user(),
                                database.app().password())
                        .getBytes(StandardCharsets.US_ASCII));

        var external = Database.external(TestServer.emptyDatabase().url(), credentials);

        try (var owner = Database.connect(external.url(), external.owner());
                var history =
                        owner.getMetaData().getTables(null, "platform", "schema_history", null)) {
            assertThat(history.next()).isTrue();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = Database.connect(database.url(), database.app())) {
            Database.execute(connection, sql);
        }
    }

    private boolean truth(Credentials login, String sql) throws SQLException {
        try (var connection = Database.connect(database.url(), login);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }
}
