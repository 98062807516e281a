package care.trellis.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The file with the 32 random bytes that seal what must not be readable in the database or in a
 * backup. Its fingerprint, which tells nothing about it, lies with the data, so that a start with a
 * missing or foreign key is refused instead of leaving sealed fields unreadable.
 */
final class MasterKey {

    private static final int BYTES = 32;
    private static final int FINGERPRINT_BYTES = 8;

    private MasterKey() {}

    /** Where the key of a home lies. */
    static Path file(Path home) {
        return home.resolve("keys").resolve("master.key");
    }

    /** Where the data keep the fingerprint of their key. */
    static Path fingerprintFile(Path home) {
        return home.resolve("key.fingerprint");
    }

    /** Makes the key of a new home; otherwise checks its mode, size and fingerprint. */
    static Path require(Path home) {
        var file = file(home);
        try {
            var expected = expectedFingerprint(home);
            if (!Files.exists(file)) {
                if (expected.isPresent()) {
                    throw new CannotStart(
                            "The key file %s with the fingerprint %s is missing; put it back."
                                    .formatted(file, expected.get()));
                }
                PrivateFiles.create(file, PrivateFiles.bytes(BYTES));
            }
            PrivateFiles.requireOwnerOnly(file);
            var key = Files.readAllBytes(file);
            var fingerprint = fingerprint(key);
            if (key.length != BYTES || !expected.orElse(fingerprint).equals(fingerprint)) {
                throw new CannotStart(
                        "%s is not the key of this data, which has the fingerprint %s; put the right file there."
                                .formatted(file, expected.orElse("(unknown)")));
            }
            if (expected.isEmpty()) {
                Files.writeString(
                        fingerprintFile(home), fingerprint + "\n", StandardOpenOption.CREATE_NEW);
            }
            return file;
        } catch (IOException e) {
            throw new CannotStart("Cannot read or write the key file %s: %s".formatted(file, e), e);
        }
    }

    /** The fingerprint that the data of this home ask for, if they have been used before. */
    static Optional<String> expectedFingerprint(Path home) {
        var file = fingerprintFile(home);
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readString(file).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new CannotStart("Cannot read %s: %s".formatted(file, e), e);
        }
    }

    private static String fingerprint(byte[] key) {
        var digest = Manifest.sha256();
        digest.update("trellis key".getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest.digest(key), 0, FINGERPRINT_BYTES);
    }
}
