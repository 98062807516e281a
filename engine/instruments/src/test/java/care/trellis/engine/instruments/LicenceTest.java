package care.trellis.engine.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.engine.content.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LicenceTest {

    /** So many words in a row make a phrase that is known again. */
    static final int WORDS = 6;

    @Test
    void text_that_may_not_ship_is_nowhere_in_the_content() throws IOException {
        var known = Phrases.read();
        try (Stream<Path> files = Files.walk(Folders.content("instruments").getParent())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(found(known, Files.readString(file, StandardCharsets.UTF_8)))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void the_scan_knows_a_phrase_again_whatever_its_case_and_marks() {
        var known = Map.of(print(List.of("one", "two", "three", "four", "five", "six")), "TEST");

        assertThat(found(known, "Zero, One TWO -\n  three (four) \"Five\" six seven"))
                .containsExactly("TEST");
        assertThat(found(known, "one two three five four six seven")).isEmpty();
    }

    @Test
    void no_instrument_bears_the_name_of_one_that_may_never_be_here() {
        assertThat(Forms.LIBRARY.ids())
                .noneMatch(id -> id.matches("(?i).*(ASAM|LOCUS|ECSII|STANLEY|HEDIS).*"));
    }

    @Test
    void only_instruments_that_may_ship_have_text() {
        for (var id : Forms.LIBRARY.ids()) {
            var instrument = Forms.instrument(id);
            boolean ships = instrument.about().licence().textShips();
            boolean leftOut = instrument.about().textLeftOut() != null;

            assertThat(instrument.about().languages().isEmpty())
                    .as(id)
                    .isEqualTo(!ships || leftOut);
            assertThat(instrument.about().notice()).as(id).isNotBlank();
        }
    }

    private static List<String> found(Map<String, String> known, String text) {
        var words =
                Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        var found = new ArrayList<String>();
        for (int from = 0; from + WORDS <= words.size(); from++) {
            var owner = known.get(print(words.subList(from, from + WORDS)));
            if (owner != null) {
                found.add(owner);
            }
        }
        return found;
    }

    private static String print(List<String> words) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var bytes = digest.digest(String.join(" ", words).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Fingerprints of phrases, so that the phrases themselves are not here either. */
    static final class Phrases {

        private Phrases() {}

        static Map<String, String> read() throws IOException {
            try (var file = LicenceTest.class.getResourceAsStream("phrases.txt")) {
                assertThat(file).isNotNull();
                var known = new HashMap<String, String>();
                new String(file.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#") && !line.isBlank())
                        .map(line -> line.split(" ", 2))
                        .forEach(parts -> known.put(parts[0], parts[1]));
                return known;
            }
        }
    }
}
