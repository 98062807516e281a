package care.trellis.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a home that holds everything committed when the backup began, and everything up to its
 * end, taken while the program works.
 *
 * <p>This is PostgreSQL's own low-level procedure: the files are copied as they stand between
 * {@code pg_backup_start} and {@code pg_backup_stop}, and the write-ahead log of that span, which a
 * temporary replication slot keeps from being recycled, makes them consistent at the first start.
 * The master key is left out: whoever holds a backup must not hold the key as well.
 */
final class Backup {

    /** Where the cluster lies within a backup. */
    static final String DATA = "postgresql/data";

    /** Names the folders, which a list of files would forget where they are empty. */
    static final String FOLDERS = "folders.txt";

    /** Folders whose contents belong to one run of the server. */
    private static final Set<String> EMPTIED =
            Set.of(
                    "pg_wal",
                    "pg_replslot",
                    "pg_dynshmem",
                    "pg_notify",
                    "pg_serial",
                    "pg_snapshots",
                    "pg_stat_tmp",
                    "pg_subtrans");

    private static final Pattern LEFT_OUT =
            Pattern.compile("postmaster\\.(pid|opts)|pg_internal\\.init.*|pgsql_tmp.*");

    private static final Pattern WAL_SEGMENT = Pattern.compile("[0-9A-F]{24}");

    private final Home home;
    private final Path target;
    private final Manifest manifest = new Manifest();
    private final List<String> folders = new ArrayList<>();

    private Backup(Home home, Path target) {
        this.home = home;
        this.target = target;
    }

    /**
     * Writes a backup of the home into a folder that is new or empty; returns how many files it
     * has.
     */
    static int write(Home home, EmbeddedPostgres server, Path target) {
        try {
            requireEmpty(target);
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
            var backup = new Backup(home, target);
            try (var connection = Database.connect(server.url("postgres"), server.superuser())) {
                backup.copyCluster(connection, server.dataDirectory());
            }
            backup.copySettings();
            backup.copy(
                    new ByteArrayInputStream(
                            String.join("\n", backup.folders).getBytes(StandardCharsets.UTF_8)),
                    FOLDERS);
            backup.manifest.write(target);
            return backup.manifest.files().size();
        } catch (IOException | SQLException e) {
            throw new CannotStart(
                    "The backup into %s did not finish and is not usable: %s"
                            .formatted(target, e.getMessage()),
                    e);
        }
    }

    private static void requireEmpty(Path target) throws IOException {
        Files.createDirectories(target);
        try (var content = Files.list(target)) {
            if (content.findAny().isPresent()) {
                throw new CannotStart("%s is not empty; name a new folder.".formatted(target));
            }
        }
    }

    private void copyCluster(Connection connection, Path data) throws IOException, SQLException {
        text(
                connection,
                "select pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)");
        var first =
                text(
                        connection,
                        "select pg_walfile_name(pg_backup_start('trellis', fast => true))");
        copyFiles(data);
        try (var statement = connection.createStatement();
                var stop =
                        statement.executeQuery(
                                "select pg_walfile_name(lsn), labelfile from pg_backup_stop(wait_for_archive => false)")) {
            stop.next();
            copy(
                    new ByteArrayInputStream(stop.getString(2).getBytes(StandardCharsets.UTF_8)),
                    DATA + "/backup_label");
            var last = stop.getString(1);
            text(connection, "select pg_switch_wal()");
            copyLog(data.resolve("pg_wal"), first, last);
        }
    }

    private void copyFiles(Path data) throws IOException {
        Files.walkFileTree(
                data,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) throws IOException {
                        if (belongsToOneRun(data.relativize(folder).getParent())
                                || LEFT_OUT.matcher(folder.getFileName().toString()).matches()) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        var name = name(data, folder);
                        Files.createDirectories(target.resolve(name));
                        folders.add(name);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        var skip =
                                belongsToOneRun(data.relativize(file).getParent())
                                        || LEFT_OUT.matcher(file.getFileName().toString())
                                                .matches();
                        if (!skip) {
                            copyUnlessGone(file, name(data, file));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure)
                            throws IOException {
                        if (failure instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw failure;
                    }
                });
    }

    private static boolean belongsToOneRun(@Nullable Path folder) {
        return folder != null && EMPTIED.contains(folder.getName(0).toString());
    }

    private static String name(Path data, Path path) {
        return Path.of(DATA).resolve(data.relativize(path)).normalize().toString();
    }

    /** A table dropped meanwhile takes its file along; the log says so too. */
    private void copyUnlessGone(Path file, String name) throws IOException {
        InputStream input;
        try {
            input = Files.newInputStream(file);
        } catch (NoSuchFileException _) {
            return;
        }
        try (input) {
            copy(input, name);
        }
    }

    private void copyLog(Path log, String first, String last) throws IOException {
        try (var segments = Files.list(log)) {
            for (var segment : (Iterable<Path>) segments.sorted()::iterator) {
                var name = segment.getFileName().toString();
                var needed =
                        WAL_SEGMENT.matcher(name).matches()
                                && name.compareTo(first) >= 0
                                && name.compareTo(last) <= 0;
                if (needed || name.endsWith(".history")) {
                    try (var input = Files.newInputStream(segment)) {
                        copy(input, "%s/pg_wal/%s".formatted(DATA, name));
                    }
                }
            }
        }
    }

    private void copySettings() throws IOException {
        for (var file : home.filesForBackup()) {
            if (Files.exists(file)) {
                try (var input = Files.newInputStream(file)) {
                    copy(input, home.directory().relativize(file).toString());
                }
            }
        }
    }

    private void copy(InputStream input, String name) throws IOException {
        manifest.add(name, Manifest.copy(input, target.resolve(name)));
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
