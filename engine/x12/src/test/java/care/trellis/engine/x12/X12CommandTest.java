package care.trellis.engine.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class X12CommandTest {

    @TempDir private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return X12Command.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String file(String own) throws IOException {
        return Files.write(folder.resolve("file"), TestFiles.own(own)).toString();
    }

    @Test
    void a_file_read_whole_exits_with_0() throws IOException {
        assertThat(run(file("right.835"))).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"balanced\" : true");
    }

    @Test
    void a_warning_alone_exits_with_0() throws IOException {
        assertThat(run(file("charge-not-sum-of-lines.837"))).isZero();
    }

    @Test
    void an_error_exits_with_2_and_still_prints_what_was_read() throws IOException {
        assertThat(run(file("missing-iea.835"))).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("MISSING_IEA", "\"C-1\"");
    }

    @Test
    void a_file_over_the_limit_exits_with_2() throws IOException {
        assertThat(run(file("right.835"), "--limit", "200")).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("TOO_LARGE");
    }

    @Test
    void a_missing_file_and_wrong_arguments_are_said_in_a_sentence() {
        assertThat(run(folder.resolve("none").toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no readable file");
        assertThat(run()).isEqualTo(2);
        assertThat(run("file", "--limit", "much")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage");
        assertThat(out.size()).isZero();
    }
}
