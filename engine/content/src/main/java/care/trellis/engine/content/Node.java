package care.trellis.engine.content;

import java.io.Reader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of a YAML file that remembers its line, so that a refusal can name it. */
public sealed interface Node {

    /** The line, counted from 1. */
    int line();

    /** A single value as it stands in the file; null for an empty one. */
    record Scalar(int line, @Nullable String text) implements Node {

        /** The text; empty where nothing stands. */
        public String textOrEmpty() {
            return text == null ? "" : text;
        }
    }

    /** A list. */
    record Items(int line, List<Node> items) implements Node {}

    /** Keys with their values, in the order of the file. */
    record Keys(int line, Map<String, Node> values) implements Node {}

    /**
     * Reads a YAML file.
     *
     * @param file what refusals call it
     * @throws RefusedFile when it is empty, is not YAML, or says a key twice
     */
    static Node read(String file, Reader text) {
        return new YamlReader(file).read(text);
    }
}
