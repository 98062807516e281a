package care.trellis.engine.instruments;

import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A piece of a YAML file that remembers its line, so that a refusal can name it. */
sealed interface Node {

    YAMLMapper YAML = new YAMLMapper();

    int line();

    /** A single value as it stands in the file; null for an empty one. */
    record Scalar(int line, @Nullable String text) implements Node {

        String textOrEmpty() {
            return text == null ? "" : text;
        }
    }

    /** A list. */
    record Items(int line, List<Node> items) implements Node {}

    /** Keys with their values, in the order of the file. */
    record Keys(int line, Map<String, Node> values) implements Node {}

    static Node read(String file, Reader text) {
        try (var parser = YAML.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new RefusedInstrument(file, 1, "the file is empty");
            }
            return node(file, parser);
        } catch (JacksonException wrong) {
            var at = wrong.getLocation();
            throw new RefusedInstrument(
                    file,
                    at == null ? 1 : Math.max(1, at.getLineNr()),
                    "not YAML: " + wrong.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    private static Node node(String file, JsonParser parser) {
        int line = parser.currentTokenLocation().getLineNr();
        return switch (parser.currentToken()) {
            case START_OBJECT -> keys(file, parser, line);
            case START_ARRAY -> {
                var items = new ArrayList<Node>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(node(file, parser));
                }
                yield new Items(line, List.copyOf(items));
            }
            case VALUE_NULL -> new Scalar(line, null);
            default -> new Scalar(line, parser.getString());
        };
    }

    private static Keys keys(String file, JsonParser parser, int line) {
        var values = new LinkedHashMap<String, Node>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            int at = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            if (values.put(key, node(file, parser)) != null) {
                throw new RefusedInstrument(file, at, "\"" + key + "\" stands here twice");
            }
        }
        return new Keys(line, values);
    }
}
