package care.trellis.engine.rulebook;

import care.trellis.engine.content.Node;
import care.trellis.engine.content.RefusedFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Builds the local overrides of a contract into a rulebook. */
public final class Overrides {

    /** What makes a rulebook that rulebook, and what only its sources can say. */
    private static final List<String> FIXED =
            List.of("rulebook", "version", "kind", "effective", "confidence_marks", "sources");

    private static final List<String> BLOCKS = List.of("bill", "claim");

    private Overrides() {}

    /**
     * The rulebook as it stands on a day. Pure: the same rulebook and overrides give the same
     * result; the rulebook given is not changed. Overrides that are not in force on the day are
     * looked at too, so that a wrong one is refused before its day comes.
     *
     * @param overrides in any order; two for one path may not be in force on one day
     */
    public static OverrideOutcome apply(
            Rulebook rulebook, List<LocalOverride> overrides, LocalDate day) {
        for (var override : overrides) {
            var refusal = refusal(rulebook, override, overrides);
            if (refusal != null) {
                return new OverrideOutcome.Refused(override, refusal);
            }
        }
        var inForce = overrides.stream().filter(override -> override.inForceOn(day)).toList();
        return new OverrideOutcome.Applied(
                inForce.isEmpty() ? rulebook : compiled(rulebook, inForce));
    }

    private static @Nullable String refusal(
            Rulebook rulebook, LocalOverride override, List<LocalOverride> all) {
        if (override.author().isBlank() || override.reason().isBlank()) {
            return "an override needs an author and a reason";
        }
        if (override.through() != null && override.through().isBefore(override.from())) {
            return "it ends before it begins";
        }
        var steps = override.path().split("/");
        if (FIXED.contains(steps[0]) || steps.length == 1) {
            return "\"" + override.path() + "\" cannot be overridden";
        }
        for (var other : all) {
            if (other != override
                    && other.path().equals(override.path())
                    && meet(other, override)) {
                return "another override of \""
                        + override.path()
                        + "\" is in force on the same days";
            }
        }
        try {
            compiled(rulebook, List.of(override));
            return null;
        } catch (UnknownPath unknown) {
            return "there is no \"" + override.path() + "\" in " + rulebook;
        } catch (RefusedFile wrong) {
            return wrong.reason();
        }
    }

    private static boolean meet(LocalOverride one, LocalOverride other) {
        return (one.through() == null || !one.through().isBefore(other.from()))
                && (other.through() == null || !other.through().isBefore(one.from()));
    }

    private static Rulebook compiled(Rulebook rulebook, List<LocalOverride> overrides) {
        Node tree = rulebook.source;
        var citations = new HashMap<String, String>();
        var ordered = new ArrayList<>(overrides);
        ordered.sort(Comparator.comparing(LocalOverride::path));
        var digest = new CRC32C();
        for (var override : ordered) {
            var steps = List.of(override.path().split("/"));
            boolean block = BLOCKS.contains(steps.getFirst());
            tree =
                    block
                            ? Replaced.inBlock(tree, steps, override.value())
                            : Replaced.in(tree, steps, override.value());
            if (steps.getFirst().equals("rules")) {
                citations.merge(
                        steps.get(1), override.citation(), (one, other) -> one + "; " + other);
            }
            digest.update(
                    (override.path() + "=" + override.value() + ";")
                            .getBytes(StandardCharsets.UTF_8));
        }
        var version = rulebook.version() + "+" + Long.toHexString(digest.getValue());
        return RulebookFile.overridden(rulebook.file(), tree, version, Map.copyOf(citations));
    }
}
