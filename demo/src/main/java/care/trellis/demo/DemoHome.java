package care.trellis.demo;

import care.trellis.server.CannotStart;
import care.trellis.server.EmbeddedPostgres;
import care.trellis.server.Home;
import care.trellis.server.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * What the demo keeps in its home beside the data: a mark while the clinic is being made, so that
 * half a clinic is never shown, and the answer key.
 */
record DemoHome(Path directory) {

    /**
     * Throws away a clinic that was not finished. The program holds the home when it calls this.
     */
    static void clear(Home home, Settings settings) {
        var demo = new DemoHome(home.directory());
        if (!Files.exists(demo.mark())) {
            return;
        }
        if (settings.databaseUrl().isPresent()) {
            throw new CannotStart(
                    "The synthetic clinic in the database of TRELLIS_DATABASE_URL was not finished; give it an empty database and delete %s."
                            .formatted(demo.mark()));
        }
        System.err.println(
                "trellis: the synthetic clinic was not finished last time; making it anew.");
        EmbeddedPostgres.start(home.postgresql()).close();
        try {
            FileSystemUtils.deleteRecursively(home.postgresql());
            Files.delete(demo.mark());
        } catch (IOException e) {
            throw new CannotStart("Cannot clear %s: %s".formatted(home.postgresql(), e), e);
        }
    }

    /** From now on the clinic is unfinished. */
    void begin() {
        try {
            Files.writeString(mark(), "The synthetic clinic is being made.\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The clinic is whole. */
    void finish() {
        try {
            Files.delete(mark());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path mark() {
        return directory.resolve("demo.unfinished");
    }
}
