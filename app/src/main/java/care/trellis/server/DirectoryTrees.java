package care.trellis.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Whole folders at once. Symbolic links are treated as themselves and never followed. */
final class DirectoryTrees {

    private DirectoryTrees() {}

    /** Deletes the folder and all below it; nothing happens where there is none. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path directory, @Nullable IOException failure) throws IOException {
                        if (failure != null) {
                            throw failure;
                        }
                        Files.delete(directory);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /** Deletes the folders directly below that match the glob. */
    static void deleteMatching(Path parent, String glob) throws IOException {
        try (var folders = Files.newDirectoryStream(parent, glob)) {
            for (var folder : folders) {
                delete(folder);
            }
        }
    }

    /**
     * Returns when everything written so far would survive a power cut; one wait for many files.
     */
    static void flush() throws IOException {
        try {
            if (new ProcessBuilder("sync").inheritIO().start().waitFor() != 0) {
                throw new IOException("The files could not be written to disk");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while writing to disk", e);
        }
    }

    /** Gives the folder and all below it to the user with this number; needs root. */
    static void give(Path folder, int userId) throws IOException {
        try (var tree = Files.walk(folder)) {
            for (var path : (Iterable<Path>) tree::iterator) {
                Files.setAttribute(path, "unix:uid", userId, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
