package care.trellis.engine.instruments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds folders around the module by walking up from where the tests run. */
final class Folders {

    private Folders() {}

    static Path instruments() {
        return content().resolve("instruments");
    }

    static Path content() {
        return above("content/instruments").orElseThrow().getParent();
    }

    /** A file beside the project; absent on most machines. */
    static Optional<Path> shared(String file) {
        return above("shared/" + file);
    }

    private static Optional<Path> above(String path) {
        for (var folder = Path.of("").toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            if (Files.exists(folder.resolve(path))) {
                return Optional.of(folder.resolve(path));
            }
        }
        return Optional.empty();
    }
}
