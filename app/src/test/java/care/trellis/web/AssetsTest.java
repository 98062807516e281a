package care.trellis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AssetsTest {

    @Test
    void an_address_ends_in_a_hash_of_the_file() {
        assertThat(Assets.of("css/base.css")).matches("/css/base\\.css\\?v=[0-9a-f]{8}");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> Assets.of("css/absent.css"))
                .hasMessageContaining("css/absent.css");
    }

    @Test
    void every_icon_that_a_template_or_a_record_names_is_in_the_sprite() throws IOException {
        var sprite =
                Files.readString(
                        Path.of("src/main/resources/static/icons.svg"), StandardCharsets.UTF_8);
        var named = new TreeSet<String>();
        for (var root : new Path[] {Path.of("src/main/jte"), Path.of("src/test/jte")}) {
            try (var files = Files.walk(root)) {
                for (var file : files.filter(f -> f.toString().endsWith(".jte")).toList()) {
                    Pattern.compile("(?:icon\\(name|icon) = \"([a-z-]+)\"")
                            .matcher(Files.readString(file))
                            .results()
                            .forEach(match -> named.add(match.group(1)));
                }
            }
        }
        for (var tone : Tone.values()) {
            named.add(tone.icon());
        }
        for (var mark : care.trellis.board.Mark.values()) {
            named.add(mark.icon());
        }
        for (var signal : care.trellis.board.Signal.values()) {
            named.add(signal.icon());
        }

        assertThat(named)
                .hasSizeGreaterThan(20)
                .allMatch(name -> sprite.contains("id=\"" + name + "\""));
    }
}
