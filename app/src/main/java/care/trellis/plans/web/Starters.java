package care.trellis.plans.web;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Problems to begin a plan from, as {@code content/plans/starters.yaml} words them. */
@Component
class Starters {

    private record File(List<PlanView.Starter> problems) {}

    private final List<PlanView.Starter> all;

    Starters() throws IOException {
        try (var file =
                Objects.requireNonNull(
                        Starters.class.getResourceAsStream("/content/plans/starters.yaml"))) {
            this.all = new YAMLMapper().readValue(file, File.class).problems();
        }
    }

    List<PlanView.Starter> all() {
        return all;
    }
}
