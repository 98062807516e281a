package care.trellis.papers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The forms of {@code content/forms}, in the order of their index. A file with a slip stops the
 * start.
 */
@Component
public class Forms {

    private record Index(List<String> forms) {}

    private final Map<String, FormDefinition> forms = new LinkedHashMap<>();

    Forms() throws IOException {
        var yaml =
                YAMLMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .build();
        for (var id : read(yaml, "index", Index.class).forms()) {
            var form = read(yaml, id, FormDefinition.class);
            if (!form.id().equals(id)) {
                throw new IllegalStateException("The form " + id + " calls itself " + form.id());
            }
            forms.put(id, form);
        }
    }

    /** Every form. */
    public List<FormDefinition> all() {
        return new ArrayList<>(forms.values());
    }

    /** The form of this id. */
    public Optional<FormDefinition> find(String id) {
        return Optional.ofNullable(forms.get(id));
    }

    private static <T> T read(YAMLMapper yaml, String name, Class<T> type) throws IOException {
        try (var file =
                Objects.requireNonNull(
                        Forms.class.getResourceAsStream("/content/forms/" + name + ".yaml"),
                        () -> "There is no form " + name)) {
            return yaml.readValue(file, type);
        }
    }
}
