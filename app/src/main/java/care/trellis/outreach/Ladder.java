package care.trellis.outreach;

import care.trellis.engine.content.Node;
import care.trellis.engine.content.Section;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What is done about an absence, in order, and by when: {@code content/outreach/ladder.yaml}. A
 * file with a slip stops the start.
 */
@Component
public class Ladder {

    /**
     * One step.
     *
     * @param within after the absence was noticed
     * @param consent whether the client must have agreed to it in writing
     */
    public record Rung(Step step, String title, Duration within, String hint, boolean consent) {}

    private static final String FILE = "content/outreach/ladder.yaml";

    private final Duration noticedAfter;
    private final List<Rung> rungs = new ArrayList<>();

    Ladder() throws IOException {
        try (var file =
                new InputStreamReader(
                        Objects.requireNonNull(Ladder.class.getResourceAsStream("/" + FILE)),
                        StandardCharsets.UTF_8)) {
            var root =
                    Section.of(FILE, Node.read(FILE, file))
                            .only(List.of("version", "noticed_after_minutes", "steps"));
            this.noticedAfter = Duration.ofMinutes(root.whole("noticed_after_minutes"));
            for (var rung : root.sections("steps")) {
                rung.only(List.of("id", "title", "within_hours", "hint", "consent"));
                rungs.add(
                        new Rung(
                                rung.choice("id", Step.class),
                                rung.text("title"),
                                Duration.ofHours(rung.whole("within_hours")),
                                rung.text("hint"),
                                rung.flag("consent", false)));
            }
        }
    }

    /** How long after the start of a group somebody who is not there counts as away. */
    public Duration noticedAfter() {
        return noticedAfter;
    }

    /** Every step, in order. */
    public List<Rung> rungs() {
        return List.copyOf(rungs);
    }

    /** The first step that nobody has taken yet; nothing when all were. */
    public Optional<Rung> next(Collection<Step> taken) {
        return rungs.stream().filter(rung -> !taken.contains(rung.step())).findFirst();
    }

    /** By when the next step must be taken; nothing when all were. */
    public Optional<Instant> due(Instant noticedAt, Collection<Step> taken) {
        return next(taken).map(rung -> noticedAt.plus(rung.within()));
    }

    /** The steps of an absence. */
    public enum Step {
        TEXT,
        CALL,
        CALL_AGAIN,
        EMERGENCY_CONTACT,
        LETTER,
        CONFERENCE;

        /** The word that stands in addresses. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
