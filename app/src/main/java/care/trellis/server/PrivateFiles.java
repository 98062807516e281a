package care.trellis.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Properties;

/** Files that only their owner may read: secrets live here, never in the environment. */
final class PrivateFiles {

    private static final SecureRandom RANDOM = new SecureRandom();

    private PrivateFiles() {}

    /** Writes the whole file with mode 0600 or not at all; an existing file is left as it is. */
    static void create(Path file, byte[] content) throws IOException {
        var partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        Files.createFile(partial, PosixFilePermissions.asFileAttribute(ownerOnly()));
        Files.write(partial, content, StandardOpenOption.SYNC);
        if (Files.exists(file)) {
            Files.delete(partial);
            throw new FileAlreadyExistsException(file.toString());
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Refuses a secret that somebody else on the machine may read or change. */
    static void requireOwnerOnly(Path file) throws IOException {
        var others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        others.remove(PosixFilePermission.OWNER_READ);
        others.remove(PosixFilePermission.OWNER_WRITE);
        if (!others.isEmpty()) {
            throw new CannotStart(
                    "%s holds a secret but has mode %s; run: chmod 600 %s"
                            .formatted(
                                    file,
                                    PosixFilePermissions.toString(
                                            Files.getPosixFilePermissions(file)),
                                    file));
        }
    }

    /** Reads a properties file after checking its mode. */
    static Properties properties(Path file) throws IOException {
        requireOwnerOnly(file);
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    /** Unguessable text of 256 bits, safe in SQL, URLs and properties files. */
    static String password() {
        return HexFormat.of().formatHex(bytes(32));
    }

    /** So many bytes from the system's secure source. */
    static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static EnumSet<PosixFilePermission> ownerOnly() {
        return EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
}
