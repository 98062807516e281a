package care.trellis.engine.instruments;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One answer that can be chosen.
 *
 * @param code the raw code, which is what is stored; reversal happens in scoring only
 * @param label the wording by language; empty where the text does not ship
 * @param loinc the LOINC answer code, only where it was verified
 */
public record Option(int code, Map<String, String> label, @Nullable String loinc) {

    /** Copies the labels. */
    public Option {
        label = Map.copyOf(label);
    }
}
