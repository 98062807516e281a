package care.trellis.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The SHA-256 of every file of a backup, in the format of {@code sha256sum}, so that anybody can
 * check one without Trellis. It is written last: a backup without it never finished.
 */
final class Manifest {

    private static final String FILE = "manifest.sha256";

    private final Map<String, String> hashes = new TreeMap<>();

    /** Reads the manifest of a finished backup. */
    static Manifest of(Path backup) throws IOException {
        var manifest = new Manifest();
        try {
            for (var line : Files.readAllLines(backup.resolve(FILE))) {
                var parts = line.split(" [ *]", 2);
                if (parts.length != 2 || parts[0].length() != 64) {
                    throw new CannotStart("The manifest of %s is damaged.".formatted(backup));
                }
                manifest.hashes.put(parts[1], parts[0]);
            }
        } catch (NoSuchFileException e) {
            throw new CannotStart(
                    "%s is not a finished backup: it has no %s.".formatted(backup, FILE), e);
        }
        return manifest;
    }

    /** The files by name, relative to the backup and with forward slashes, with their hashes. */
    Map<String, String> files() {
        return hashes;
    }

    void add(String name, String hash) {
        hashes.put(name, hash);
    }

    /** Refuses the backup unless every file is there, unchanged. */
    void verify(Path backup) throws IOException {
        for (var file : hashes.entrySet()) {
            var path = backup.resolve(file.getKey()).normalize();
            if (!path.startsWith(backup)) {
                throw new CannotStart("The manifest of %s is damaged.".formatted(backup));
            }
            if (!Files.isRegularFile(path) || !hash(path).equals(file.getValue())) {
                throw new CannotStart(
                        "%s in the backup is missing or was changed; nothing was restored."
                                .formatted(file.getKey()));
            }
        }
    }

    /** Seals the backup, once all its files are safe on disk. */
    void write(Path backup) throws IOException {
        DirectoryTrees.flush();
        var text = new StringBuilder();
        hashes.forEach((name, hash) -> text.append(hash).append("  ").append(name).append('\n'));
        Files.writeString(
                backup.resolve(FILE), text, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
    }

    /** Copies and returns the hash of what was copied; the file is safe on disk after a flush. */
    static String copy(InputStream from, Path to) throws IOException {
        var digest = sha256();
        try (var output =
                new DigestOutputStream(
                        Files.newOutputStream(to, StandardOpenOption.CREATE_NEW), digest)) {
            from.transferTo(output);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String hash(Path file) throws IOException {
        try (var input = Files.newInputStream(file);
                var output = new DigestOutputStream(OutputStream.nullOutputStream(), sha256())) {
            input.transferTo(output);
            return HexFormat.of().formatHex(output.getMessageDigest().digest());
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
