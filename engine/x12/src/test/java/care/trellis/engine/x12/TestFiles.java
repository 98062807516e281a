package care.trellis.engine.x12;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the files that tests read: our own small ones, and the public ones that lie beside the
 * project.
 */
public final class TestFiles {

    private TestFiles() {}

    /** One of our own files, whose name says what is wrong with it. */
    public static byte[] own(String name) {
        try (InputStream in = TestFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("No test file " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of our own files as text. */
    public static String ownText(String name) {
        return new String(own(name), StandardCharsets.UTF_8);
    }

    /** The folder of public files, found by walking up; empty in a stranger's clone. */
    public static Optional<Path> shared() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var folder = at.resolve("shared/data/x12");
            if (Files.isRegularFile(folder.resolve("facts.json"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }
}
