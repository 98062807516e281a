package care.trellis.server;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The data directory of one installation, and the names of what lies in it. */
public record Home(Path directory) {

    private static final Set<String> ALLOWED_BEFORE_RESTORE = Set.of("keys", "program.lock");
    private static final long SMALLEST_FREE_BYTES = 300_000_000;

    /** Makes the directory where it is missing and says plainly why it cannot be used. */
    public static Home open(Path directory) {
        try {
            Files.createDirectories(directory.resolve("keys"));
            if (!Files.isWritable(directory)) {
                throw notWritable(directory);
            }
            if (Files.getFileStore(directory).getUsableSpace() < SMALLEST_FREE_BYTES) {
                throw new CannotStart(
                        "Less than 300 MB are free on the disk of %s; make room first."
                                .formatted(directory));
            }
            var home = new Home(directory);
            if (Files.exists(home.unfinishedRestore())) {
                throw new CannotStart(
                        "A restore into %s did not finish; empty the directory and restore again."
                                .formatted(directory));
            }
            return home;
        } catch (AccessDeniedException _) {
            throw notWritable(directory);
        } catch (IOException e) {
            throw new CannotStart(
                    "Cannot use the data directory %s: %s".formatted(directory, e), e);
        }
    }

    private static CannotStart notWritable(Path directory) {
        return new CannotStart(
                "%s is not writable for the user %s; choose another TRELLIS_HOME or give it to that user."
                        .formatted(directory, System.getProperty("user.name")));
    }

    /** The home of an installation that has been started before. */
    static Home existing(Path directory) {
        if (!Files.isDirectory(directory.resolve("postgresql"))) {
            throw new CannotStart(
                    "There is no data in %s; set TRELLIS_HOME to the data directory."
                            .formatted(directory));
        }
        return open(directory);
    }

    /** Refuses a directory with anything but a key and settings laid out beforehand. */
    static void requireEmpty(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var content = Files.list(directory)) {
            var other =
                    content.map(path -> path.getFileName().toString())
                            .filter(name -> !ALLOWED_BEFORE_RESTORE.contains(name))
                            .findAny();
            if (other.isPresent()) {
                throw new CannotStart(
                        "%s is not empty (it holds %s); a backup is restored into an empty TRELLIS_HOME."
                                .formatted(directory, other.get()));
            }
        }
    }

    /** Keeps a second program off this home until the lock is closed or this process ends. */
    ProcessLock lockForProgram() {
        try {
            var lock = ProcessLock.open(directory, "program.lock").orElseThrow(this::taken);
            if (!lock.tryExclusive()) {
                lock.close();
                throw taken();
            }
            return lock;
        } catch (IOException e) {
            throw new CannotStart(
                    "Cannot lock the data directory %s: %s".formatted(directory, e), e);
        }
    }

    private CannotStart taken() {
        return new CannotStart(
                "Trellis already runs on %s; stop it first, or set TRELLIS_HOME to another directory."
                        .formatted(directory));
    }

    /**
     * The key file of this home, checked; made at the first start. Its 32 bytes seal what must not
     * be readable in the database or in a backup of it.
     */
    public Path masterKey() {
        return MasterKey.require(directory);
    }

    /** Everything of the embedded server. */
    public Path postgresql() {
        return directory.resolve("postgresql");
    }

    /** The logins of the embedded server's two roles. */
    Path databaseCredentials() {
        return postgresql().resolve("credentials.properties");
    }

    /** Everything that a backup needs beside the cluster: small files, none of them the key. */
    List<Path> filesForBackup() {
        return List.of(
                databaseCredentials(),
                postgresql().resolve("superuser.password"),
                MasterKey.fingerprintFile(directory),
                directory.resolve("trellis.properties"));
    }

    /** The mark of a restore under way. */
    Path unfinishedRestore() {
        return directory.resolve("restore.unfinished");
    }
}
