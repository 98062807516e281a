package care.trellis.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One backup, taken while a writer adds numbered rows, and what can be done with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupTest {

    static final int ROWS_BEFORE = 200;

    @TempDir static Path temporary;

    final AtomicLong acknowledged = new AtomicLong();
    final AtomicBoolean writing = new AtomicBoolean(true);
    Home home;
    EmbeddedPostgres server;
    Database database;
    Path backup;
    long acknowledgedBefore;

    @BeforeAll
    void givenABackupTakenWhileWritesGoOn() throws Exception {
        home = Home.open(temporary.resolve("home"));
        home.masterKey();
        server = EmbeddedPostgres.start(home.postgresql(), TestFolders.BINARIES);
        database = Database.in(server, home.databaseCredentials());
        try (var owner = Database.connect(database.url(), database.owner())) {
            Database.execute(owner, "create table public.line (number bigint, text text)");
        }
        var enough = new CountDownLatch(ROWS_BEFORE);
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<?> writer = threads.submit(() -> write(enough));
            enough.await();
            acknowledgedBefore = acknowledged.get();
            backup = temporary.resolve("backup");

            Backup.write(home, server, backup);

            writing.set(false);
            writer.get();
        }
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void a_restored_home_holds_every_row_of_before_and_no_row_out_of_order() throws Exception {
        var restored = temporary.resolve("restored");
        Restore.into(restored, backup);

        try (var copy =
                EmbeddedPostgres.start(restored.resolve("postgresql"), TestFolders.BINARIES)) {
            var there = Database.in(copy, Home.existing(restored).databaseCredentials());
            var count = number(there, "select count(*) from public.line");
            assertThat(count).isBetween(acknowledgedBefore, acknowledged.get());
            assertThat(number(there, "select max(number) from public.line")).isEqualTo(count);
            assertThat(digest(there, count)).isEqualTo(digest(database, count));
        }
    }

    @Test
    void the_key_is_not_in_the_backup_and_the_start_asks_for_it() throws Exception {
        try (var files = Files.walk(backup)) {
            assertThat(files).noneMatch(file -> file.endsWith("master.key"));
        }
        var restored = temporary.resolve("without-key");
        Restore.into(restored, backup);
        var restoredHome = Home.open(restored);

        assertThatThrownBy(restoredHome::masterKey)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is missing; put it back");

        Files.copy(home.masterKey(), MasterKey.file(restored));
        assertThat(restoredHome.masterKey()).isEqualTo(MasterKey.file(restored));
    }

    @Test
    void a_foreign_key_is_refused() throws Exception {
        var restored = temporary.resolve("foreign-key");
        Restore.into(restored, backup);
        PrivateFiles.create(MasterKey.file(restored), PrivateFiles.bytes(32));

        assertThatThrownBy(() -> Home.open(restored).masterKey())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("not the key of this data");
    }

    @Test
    void a_home_in_use_is_not_overwritten() {
        assertThatThrownBy(() -> Restore.into(home.directory(), backup))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("not empty");
    }

    @Test
    void a_changed_or_unfinished_backup_is_refused_before_anything_is_written() throws Exception {
        var damaged = copyOf(backup, "damaged");
        Files.writeString(damaged.resolve("postgresql/data/PG_VERSION"), "16\n");
        var unfinished = copyOf(backup, "unfinished");
        Files.delete(unfinished.resolve("manifest.sha256"));
        var empty = temporary.resolve("empty");

        assertThatThrownBy(() -> Restore.into(empty, damaged))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("PG_VERSION");
        assertThatThrownBy(() -> Restore.into(empty, unfinished))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("not a finished backup");
        assertThat(empty).doesNotExist();
    }

    @Test
    void a_half_restored_home_does_not_start() throws Exception {
        var half = Home.open(temporary.resolve("half"));
        Files.createFile(half.unfinishedRestore());

        assertThatThrownBy(() -> Home.open(half.directory()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("did not finish");
    }

    private Void write(CountDownLatch enough) throws SQLException {
        try (var connection = Database.connect(database.url(), database.owner());
                var insert =
                        connection.prepareStatement(
                                "insert into public.line values (?, repeat(md5(?::text), 20))")) {
            while (writing.get()) {
                var next = acknowledged.get() + 1;
                insert.setLong(1, next);
                insert.setLong(2, next);
                insert.executeUpdate();
                acknowledged.set(next);
                enough.countDown();
            }
        }
        return null;
    }

    private static String digest(Database database, long count) throws SQLException {
        return text(
                database,
                "select md5(string_agg(number || text, ',' order by number)) from public.line where number <= "
                        + count);
    }

    private static long number(Database database, String sql) throws SQLException {
        return Long.parseLong(text(database, sql));
    }

    private static String text(Database database, String sql) throws SQLException {
        try (var connection = Database.connect(database.url(), database.owner());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Path copyOf(Path backup, String name) throws Exception {
        var copy = temporary.resolve(name);
        try (var tree = Files.walk(backup)) {
            for (var path : (Iterable<Path>) tree::iterator) {
                Files.copy(path, copy.resolve(backup.relativize(path)));
            }
        }
        return copy;
    }
}
