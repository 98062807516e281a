package care.trellis.medications;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The names of {@code content/medications}. What it does not know is written down just the same. A
 * file with a slip stops the start.
 */
@Component
public class Medicines {

    private record File(int version, List<GroupRow> groups) {}

    private record GroupRow(
            String id,
            String title,
            boolean treatment,
            @JsonProperty("aims_days") int aimsDays,
            List<NameRow> names) {}

    private record NameRow(
            String name,
            List<String> also,
            @Nullable List<String> shows,
            @Nullable List<String> missed,
            @Nullable List<String> reacts) {}

    private final List<Medicine> all = new ArrayList<>();
    private final Map<String, Medicine> byName = new HashMap<>();

    Medicines() throws IOException {
        var yaml =
                YAMLMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .build();
        try (var file =
                Objects.requireNonNull(
                        Medicines.class.getResourceAsStream("/content/medications/names.yaml"))) {
            yaml.readValue(file, File.class).groups().forEach(this::take);
        }
    }

    /** Every one, in the order of the file. */
    public List<Medicine> all() {
        return List.copyOf(all);
    }

    /**
     * The one that is meant by what somebody wrote, such as {@code Suboxone film}: the first whose
     * name, or a name it is sold under, is one of the words.
     */
    public Optional<Medicine> meantBy(String written) {
        return Arrays.stream(written.toLowerCase(Locale.ROOT).split("[^a-z]+"))
                .map(byName::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private void take(GroupRow row) {
        var group = new Medicine.Group(row.id(), row.title(), row.treatment(), row.aimsDays());
        for (var name : row.names()) {
            var medicine =
                    new Medicine(
                            name.name(),
                            name.also(),
                            orNone(name.shows()),
                            orNone(name.missed()),
                            orNone(name.reacts()),
                            group);
            all.add(medicine);
            put(name.name(), medicine);
            name.also().forEach(other -> put(other, medicine));
        }
    }

    private void put(String name, Medicine medicine) {
        if (byName.put(name, medicine) != null) {
            throw new IllegalStateException("Two medications are called " + name);
        }
    }

    private static List<String> orNone(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }
}
