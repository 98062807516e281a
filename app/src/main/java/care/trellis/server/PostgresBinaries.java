package care.trellis.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The PostgreSQL programs, unpacked once from the class path into a folder named by their checksum.
 */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /**
     * The folder with {@code bin/postgres}, {@code bin/initdb} and {@code bin/pg_ctl}; about 60 MB.
     */
    static Path in(Path cache) throws IOException {
        var archive = archiveName();
        var resource = PostgresBinaries.class.getResource(archive);
        if (resource == null) {
            throw new CannotStart(
                    "This build carries no PostgreSQL for %s; set TRELLIS_DATABASE_URL to a server of your own."
                            .formatted(platform()));
        }
        var connection = (JarURLConnection) resource.openConnection();
        var folder = cache.resolve("binaries-%08x".formatted(connection.getJarEntry().getCrc()));
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(cache);
        DirectoryTrees.deleteMatching(cache, "binaries-*");
        var partial = cache.resolve("binaries-partial");
        try (var tar =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(
                                new BufferedInputStream(connection.getInputStream())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, partial);
            }
        }
        Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        return folder;
    }

    /** True where the class path carries PostgreSQL for this machine. */
    static boolean available() {
        return PostgresBinaries.class.getResource(archiveName()) != null;
    }

    /** This machine as zonky's artifacts name it, for example {@code linux-x86_64}. */
    static String platform() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var name = system.contains("mac") ? "darwin" : system.contains("win") ? "windows" : "linux";
        var arm = System.getProperty("os.arch").equals("aarch64");
        return name + (arm ? "-arm_64" : "-x86_64");
    }

    private static String archiveName() {
        return "/postgres-%s.txz".formatted(platform());
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
            throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("Archive entry outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            createTraversable(target);
            return;
        }
        createTraversable(Objects.requireNonNull(target.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, folder.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            var executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target,
                    PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static void createTraversable(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
