package care.trellis.engine.instruments;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a respondent chose, as it is stored: raw option codes, before any reversal.
 *
 * @param codes by item number; absent or null is not answered
 * @param words what else must be known, such as {@code sex} or {@code substance}; absent is unknown
 */
public record Answers(Map<String, @Nullable Integer> codes, Map<String, String> words) {

    /** Answers to an instrument that needs no context. */
    public static Answers of(Map<String, @Nullable Integer> codes) {
        return new Answers(codes, Map.of());
    }
}
