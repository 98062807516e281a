package care.trellis.setup;

import care.trellis.organizations.ProgramId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program that is being set up.
 *
 * @param step where its author was last
 * @param answers every field of every step as it was typed
 * @param program what was made of it; nothing before
 * @param undone whether that was taken back
 */
public record Draft(
        UUID id,
        SetupStep step,
        Map<String, List<String>> answers,
        Instant savedAt,
        @Nullable ProgramId program,
        boolean undone) {

    /** Copies the answers. */
    public Draft {
        answers = Map.copyOf(answers);
    }

    /** The one answer to a field; empty where there is none. */
    public String answer(String field) {
        var all = answers.getOrDefault(field, List.of());
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** Names nobody: logs may hold it. */
    @Override
    public String toString() {
        return "Draft[" + id + " " + step + "]";
    }
}
