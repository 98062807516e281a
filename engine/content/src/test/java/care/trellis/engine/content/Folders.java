package care.trellis.engine.content;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds folders around a module by walking up from where its tests run. */
public final class Folders {

    private Folders() {}

    /** A folder of the content, such as {@code rulebooks}. */
    public static Path content(String folder) {
        return above("content/" + folder).orElseThrow();
    }

    /** A file beside the project; absent on most machines. */
    public static Optional<Path> shared(String file) {
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
