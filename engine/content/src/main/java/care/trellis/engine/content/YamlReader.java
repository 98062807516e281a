package care.trellis.engine.content;

import care.trellis.engine.content.Node.Items;
import care.trellis.engine.content.Node.Keys;
import care.trellis.engine.content.Node.Scalar;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Makes nodes of one YAML file. */
record YamlReader(String file) {

    private static final YAMLMapper YAML = new YAMLMapper();

    Node read(Reader text) {
        try (var parser = YAML.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new RefusedFile(file, 1, "the file is empty");
            }
            return node(parser);
        } catch (JacksonException wrong) {
            var at = wrong.getLocation();
            throw new RefusedFile(
                    file,
                    at == null ? 1 : Math.max(1, at.getLineNr()),
                    "not YAML: " + wrong.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    private Node node(JsonParser parser) {
        int line = parser.currentTokenLocation().getLineNr();
        return switch (parser.currentToken()) {
            case START_OBJECT -> keys(parser, line);
            case START_ARRAY -> {
                var items = new ArrayList<Node>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(node(parser));
                }
                yield new Items(line, List.copyOf(items));
            }
            case VALUE_NULL -> new Scalar(line, null);
            default -> new Scalar(line, parser.getString());
        };
    }

    private Keys keys(JsonParser parser, int line) {
        var values = new LinkedHashMap<String, Node>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            int at = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            if (values.put(key, node(parser)) != null) {
                throw new RefusedFile(file, at, "\"" + key + "\" stands here twice");
            }
        }
        return new Keys(line, values);
    }
}
