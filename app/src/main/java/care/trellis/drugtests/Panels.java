package care.trellis.drugtests;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What is looked for, and in which panels, as {@code content/drugtests} words it. A file with a
 * slip stops the start.
 */
@Component
public class Panels {

    /**
     * Something looked for.
     *
     * @param cutoff of the screen and of the confirmation, as a reference
     * @param window how long after use it is usually found
     * @param loinc of the screen; null where the code was not verified
     * @param opioid whether a finding calls for naloxone the same day
     */
    public record Analyte(
            String id,
            String title,
            String cutoff,
            String window,
            @Nullable String loinc,
            boolean opioid) {}

    /** What one specimen is tested for. */
    public record Panel(String id, String title, List<String> analytes) {

        /** Copies the list. */
        public Panel {
            analytes = List.copyOf(analytes);
        }
    }

    private record File(int version, List<Analyte> analytes, List<Panel> panels) {}

    private final Map<String, Analyte> analytes = new LinkedHashMap<>();
    private final Map<String, Panel> panels = new LinkedHashMap<>();

    Panels() throws IOException {
        var yaml =
                YAMLMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .build();
        try (var file =
                Objects.requireNonNull(
                        Panels.class.getResourceAsStream("/content/drugtests/panels.yaml"))) {
            var read = yaml.readValue(file, File.class);
            read.analytes().forEach(one -> analytes.put(one.id(), one));
            for (var panel : read.panels()) {
                if (!analytes.keySet().containsAll(panel.analytes())) {
                    throw new IllegalStateException(
                            "The panel " + panel.id() + " looks for something unknown");
                }
                panels.put(panel.id(), panel);
            }
        }
    }

    /** Every panel, the usual one first. */
    public List<Panel> all() {
        return new ArrayList<>(panels.values());
    }

    /** The panel of this id. */
    public Optional<Panel> find(String id) {
        return Optional.ofNullable(panels.get(id));
    }

    /** What is looked for under this id. */
    public Optional<Analyte> analyte(String id) {
        return Optional.ofNullable(analytes.get(id));
    }

    /** What is looked for under this LOINC code. */
    public Optional<Analyte> byLoinc(String code) {
        return analytes.values().stream().filter(one -> code.equals(one.loinc())).findFirst();
    }

    /**
     * What a panel looks for, in its order.
     *
     * @throws IllegalArgumentException where there is no such panel
     */
    public List<Analyte> of(String panel) {
        var found = panels.get(panel);
        if (found == null) {
            throw new IllegalArgumentException("There is no panel " + panel);
        }
        return found.analytes().stream()
                .map(id -> Objects.requireNonNull(analytes.get(id)))
                .toList();
    }
}
