package care.trellis.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    static final Path BINARIES = TestFolders.BINARIES;

    @TempDir static Path temporary;

    static Path directory;

    @BeforeEach
    void givenACluster() throws Exception {
        directory = temporary.resolve("cluster");
    }

    @AfterEach
    void nothingIsLeftRunning() throws Exception {
        EmbeddedPostgres.start(directory, BINARIES).close();
        assertThat(directory.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_restart_keeps_the_data() throws Exception {
        try (var server = EmbeddedPostgres.start(directory, BINARIES)) {
            execute(server, "create table kept (line text)");
            execute(server, "insert into kept values ('still here')");
        }

        try (var server = EmbeddedPostgres.start(directory, BINARIES)) {
            assertThat(text(server, "select line from kept")).isEqualTo("still here");
            execute(server, "drop table kept");
        }
    }

    @Test
    void commits_are_durable_and_the_server_listens_to_this_machine_only() throws Exception {
        try (var server = EmbeddedPostgres.start(directory, BINARIES)) {
            assertThat(List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums"))
                    .allSatisfy(name -> assertThat(text(server, "show " + name)).isEqualTo("on"));
            assertThat(text(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(text(server, "show password_encryption")).isEqualTo("scram-sha-256");
            assertThat(
                            text(
                                    server,
                                    "select count(*) from pg_hba_file_rules where auth_method = 'trust'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void a_server_whose_program_was_killed_is_taken_over_without_loss() throws Exception {
        var other = OtherProcess.using(directory);
        try (var server = EmbeddedPostgres.start(directory, BINARIES)) {
            execute(server, "create table acknowledged as select 1 as one");
        }
        other.kill();
        assertThat(directory.resolve("data/postmaster.pid")).exists();

        try (var server = EmbeddedPostgres.start(directory, BINARIES)) {
            assertThat(text(server, "select one from acknowledged")).isEqualTo("1");
            execute(server, "drop table acknowledged");
        }
    }

    @Test
    void after_program_and_server_were_killed_the_next_start_recovers() throws Exception {
        var other = OtherProcess.using(directory);
        try (var server = EmbeddedPostgres.start(directory, BINARIES)) {
            execute(server, "create table acknowledged as select 1 as one");
        }
        other.kill();
        ProcessHandle.of(serverProcess()).orElseThrow().destroyForcibly();

        try (var server = EmbeddedPostgres.start(directory, BINARIES)) {
            assertThat(text(server, "select one from acknowledged")).isEqualTo("1");
            execute(server, "drop table acknowledged");
        }
    }

    @Test
    void the_last_of_two_processes_stops_the_server() throws Exception {
        var other = OtherProcess.using(directory);
        var server = EmbeddedPostgres.start(directory, BINARIES);

        other.end();
        assertThat(text(server, "select 1")).isEqualTo("1");

        server.close();
        assertThat(directory.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_server_that_dies_comes_back_on_the_same_address() throws Exception {
        try (var server = EmbeddedPostgres.start(directory, BINARIES)) {
            ProcessHandle.of(serverProcess()).orElseThrow().destroyForcibly();

            assertThat(answersWithin(server, 30)).isTrue();
        }
    }

    private static long serverProcess() throws Exception {
        return Long.parseLong(
                Files.readAllLines(directory.resolve("data/postmaster.pid")).getFirst());
    }

    private static boolean answersWithin(EmbeddedPostgres server, long seconds) throws Exception {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            try {
                return text(server, "select 1").equals("1");
            } catch (SQLException _) {
                Thread.sleep(100);
            }
        }
        return false;
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = Database.connect(server.url("postgres"), server.superuser())) {
            Database.execute(connection, sql);
        }
    }

    private static String text(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = Database.connect(server.url("postgres"), server.superuser());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
