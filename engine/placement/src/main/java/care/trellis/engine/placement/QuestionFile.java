package care.trellis.engine.placement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Questions as JSON: an object with {@code people}, {@code tracks}, {@code payers} and {@code
 * apart}, each an array with one entry a line, whose fields are those of the records of this
 * package. Sets are written in order, so that the same question gives the same file.
 */
public final class QuestionFile {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    /** The sizes of the published instances, in people. */
    public static final List<Integer> PUBLISHED = List.of(20, 100, 500);

    private QuestionFile() {}

    /** A published instance: made by {@link SamplePrograms} with seed 1 and kept as a file. */
    public static Question published(int people) {
        var name = "/instances/%03d.json".formatted(people);
        try (var file = QuestionFile.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException("No such instance: " + name);
            }
            return read(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(name, problem);
        }
    }

    /** Reads one; what it leaves open is refused. */
    public static Question read(InputStream json) {
        return JSON.readValue(json, Question.class);
    }

    /** Writes one. */
    public static String text(Question question) {
        return "{\"people\":[\n%s\n],\"tracks\":[\n%s\n],\"payers\":[\n%s\n],\"apart\":[\n%s\n]}\n"
                .formatted(
                        lines(question.people()),
                        lines(question.tracks()),
                        lines(question.payers()),
                        lines(question.apart()));
    }

    private static String lines(List<?> things) {
        return things.stream().map(QuestionFile::line).collect(Collectors.joining(",\n"));
    }

    private static String line(Object thing) {
        return JSON.writeValueAsString(sorted(JSON.valueToTree(thing)));
    }

    /** Sets of words in the order of the alphabet; what has an order of its own keeps it. */
    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ArrayNode array
                && !array.isEmpty()
                && array.valueStream().allMatch(JsonNode::isString)) {
            var words = array.valueStream().map(JsonNode::asString).sorted().toList();
            array.removeAll();
            words.forEach(array::add);
        } else {
            node.forEach(QuestionFile::sorted);
        }
        return node;
    }
}
