package care.trellis.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Puts a backup into an empty home. All hashes are checked before the first file is written. */
final class Restore {

    private Restore() {}

    /** Restores whole or leaves a mark that keeps the program from starting on the half. */
    static void into(Path directory, Path backup) {
        try {
            var source = backup.toAbsolutePath().normalize();
            var manifest = Manifest.of(source);
            manifest.verify(source);
            Home.requireEmpty(directory);
            var home = Home.open(directory);
            try (var _ = home.lockForProgram()) {
                Files.createFile(home.unfinishedRestore());
                copy(source, manifest, directory);
                DirectoryTrees.flush();
                Files.delete(home.unfinishedRestore());
            }
        } catch (IOException e) {
            throw new CannotStart(
                    "The restore into %s did not finish: %s; empty it and try again."
                            .formatted(directory, e),
                    e);
        }
    }

    private static void copy(Path source, Manifest manifest, Path directory) throws IOException {
        for (var folder : Files.readAllLines(source.resolve(Backup.FOLDERS))) {
            createPrivate(directory.resolve(folder));
        }
        for (var file : manifest.files().entrySet()) {
            if (file.getKey().equals(Backup.FOLDERS)) {
                continue;
            }
            var to = directory.resolve(file.getKey());
            try (var input = Files.newInputStream(source.resolve(file.getKey()))) {
                if (!Manifest.copy(input, to).equals(file.getValue())) {
                    throw new IOException(file.getKey() + " changed while it was read");
                }
            }
            Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static void createPrivate(Path folder) throws IOException {
        Files.createDirectories(Objects.requireNonNull(folder.getParent()));
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
}
