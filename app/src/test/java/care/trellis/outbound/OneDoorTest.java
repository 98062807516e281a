package care.trellis.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Nothing else in the program opens an HTTP connection, but for the start, which reads files of its
 * own jars.
 */
class OneDoorTest {

    @Test
    void only_the_outbound_door_speaks_http_to_other_machines() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(
                            files.filter(file -> file.toString().endsWith(".java"))
                                    .filter(file -> !file.toString().contains("/server/"))
                                    .filter(OneDoorTest::asks)
                                    .map(file -> file.getFileName().toString()))
                    .containsExactly("OutboundHttp.java");
        }
    }

    private static boolean asks(Path file) {
        try {
            var source = Files.readString(file);
            return source.contains("java.net.http.")
                    || source.contains("openConnection(")
                    || source.contains("openStream(")
                    || source.contains("RestClient")
                    || source.contains("RestTemplate");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
