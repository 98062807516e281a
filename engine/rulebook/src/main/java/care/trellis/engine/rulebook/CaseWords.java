package care.trellis.engine.rulebook;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Spells codes as the payer-case contract does, which has its own spelling of a few words. */
final class CaseWords {

    private static final List<Map.Entry<String, String>> SPELLINGS =
            List.of(
                    Map.entry("AUTHORIZATION", "AUTHORISATION"),
                    Map.entry("COUNSELING", "COUNSELLING"),
                    Map.entry("COUNSELOR", "COUNSELLOR"));

    private CaseWords() {}

    static @Nullable String spelled(@Nullable String reason) {
        var word = reason;
        for (var spelling : SPELLINGS) {
            word = word == null ? null : word.replace(spelling.getKey(), spelling.getValue());
        }
        return word;
    }
}
