package care.trellis.notes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What can be tapped during group and the words each tap becomes: {@code
 * content/notes/participation.json}, which a clinician may read and change.
 */
@Component
public class ChipBook {

    private static final String FILE = "/content/notes/participation.json";

    /**
     * One thing that can be tapped.
     *
     * @param code stable; what is stored and sent
     * @param says the words, with {@code {times}} or {@code {at}} in them
     * @param kind {@code did}: told together with the others; {@code event}: a sentence with its
     *     time
     */
    public record Template(String code, String label, String says, String kind) {

        /** Whether each tap is a sentence of its own. */
        boolean event() {
            return kind.equals("event");
        }
    }

    private record Content(
            String id,
            int version,
            String words,
            Map<String, String> levels,
            List<Template> chips) {}

    private final Content content;

    ChipBook() {
        try (var file = ChipBook.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("No content file " + FILE);
            }
            this.content = new JsonMapper().readValue(file.readAllBytes(), Content.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Reading " + FILE, unreadable);
        }
    }

    /** Everything that can be tapped, in the order of the cards. */
    public List<Template> templates() {
        return content.chips;
    }

    /** The template of a code; nothing where no content file knows it. */
    public Optional<Template> find(String code) {
        return content.chips.stream().filter(chip -> chip.code.equals(code)).findFirst();
    }

    /** The words of a level from 1 to 4; empty for none. */
    String level(@Nullable Integer participation) {
        return participation == null
                ? ""
                : content.levels.getOrDefault(String.valueOf(participation), "");
    }
}
