package care.trellis.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The data directory of one installation, and the names of what lies in it. */
public record Home(Path directory) {

    private static final int MASTER_KEY_BYTES = 32;
    private static final long SMALLEST_FREE_BYTES = 300_000_000;

    /** Makes the directory where it is missing and says plainly why it cannot be used. */
    public static Home open(Path directory) {
        try {
            Files.createDirectories(directory.resolve("keys"));
            if (!Files.isWritable(directory)) {
                throw new CannotStart(
                        "%s is not writable for the user %s; choose another TRELLIS_HOME or give it to that user."
                                .formatted(directory, System.getProperty("user.name")));
            }
            if (Files.getFileStore(directory).getUsableSpace() < SMALLEST_FREE_BYTES) {
                throw new CannotStart(
                        "Less than 300 MB are free on the disk of %s; make room first."
                                .formatted(directory));
            }
            return new Home(directory);
        } catch (IOException e) {
            throw new CannotStart(
                    "Cannot use the data directory %s: %s".formatted(directory, e), e);
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
     * The file with the 32 random bytes that seal what must not be readable in the database or a
     * backup of it. Made at the first start; refused when others may read it or its size is wrong.
     */
    public Path masterKey() {
        var file = directory.resolve("keys").resolve("master.key");
        try {
            if (!Files.exists(file)) {
                PrivateFiles.create(file, PrivateFiles.bytes(MASTER_KEY_BYTES));
            }
            PrivateFiles.requireOwnerOnly(file);
            if (Files.size(file) != MASTER_KEY_BYTES) {
                throw new CannotStart(
                        "%s is not a key of %d bytes; put the right key file back."
                                .formatted(file, MASTER_KEY_BYTES));
            }
            return file;
        } catch (IOException e) {
            throw new CannotStart("Cannot read or write the key file %s: %s".formatted(file, e), e);
        }
    }

    /** Everything of the embedded server. */
    Path postgresql() {
        return directory.resolve("postgresql");
    }

    /** The logins of the embedded server's two roles. */
    Path databaseCredentials() {
        return postgresql().resolve("credentials.properties");
    }
}
