package care.trellis.imports;

import java.util.Map;
import java.util.Optional;

/** LOINC codes of questionnaire totals, and what we call the questionnaire. */
final class Loinc {

    private static final Map<String, String> TOTALS =
            Map.of(
                    "44261-6", "PHQ-9",
                    "89204-2", "PHQ-A",
                    "55758-7", "PHQ-2",
                    "70274-6", "GAD-7",
                    "75626-2", "AUDIT-C",
                    "75624-7", "AUDIT",
                    "82667-7", "DAST-10",
                    "76504-0", "HARK");

    private Loinc() {}

    /** The questionnaire whose total the code stands for. */
    static Optional<String> instrument(String code) {
        return Optional.ofNullable(TOTALS.get(code));
    }
}
