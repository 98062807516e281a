package care.trellis.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Small readings of FHIR R4 elements. */
final class Fhir {

    private static final String ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final String SNOMED = "http://snomed.info/sct";
    private static final String LOINC = "http://loinc.org";

    private Fhir() {}

    /** The text at this path, or empty text. */
    static String text(JsonNode node, String... path) {
        JsonNode at = node;
        for (String step : path) {
            at = at.isArray() ? at.path(0).path(step) : at.path(step);
        }
        if (at.isArray()) {
            at = at.path(0);
        }
        return at.isValueNode() && !at.isNull() ? at.asString("").strip() : "";
    }

    /** The id that a reference ends with: {@code Patient/7}, {@code urn:uuid:7} and {@code 7}. */
    static String id(String reference) {
        int from = Math.max(reference.lastIndexOf('/'), reference.lastIndexOf(':'));
        return reference.substring(from + 1);
    }

    /** The code in ICD-10-CM or, failing that, in SNOMED. */
    static Optional<JsonNode> diagnosisCoding(JsonNode concept) {
        return coding(concept, ICD_10_CM).or(() -> coding(concept, SNOMED));
    }

    /** Whether a coding is one that claims can carry. */
    static boolean isIcd(JsonNode coding) {
        return ICD_10_CM.equals(text(coding, "system"));
    }

    /** The questionnaire whose total a concept stands for. */
    static Optional<String> instrument(JsonNode concept) {
        return coding(concept, LOINC).flatMap(coding -> Loinc.instrument(text(coding, "code")));
    }

    private static Optional<JsonNode> coding(JsonNode concept, String system) {
        for (JsonNode coding : concept.path("coding")) {
            if (system.equals(text(coding, "system")) && !text(coding, "code").isEmpty()) {
                return Optional.of(coding);
            }
        }
        return Optional.empty();
    }

    /**
     * The local day of a FHIR date or time: an instant on the site's calendar, a year or month by
     * its first day, nothing where the text is neither.
     */
    static Optional<LocalDate> day(String text, ZoneId zone) {
        try {
            return switch (text.length()) {
                case 0 -> Optional.empty();
                case 4 -> Optional.of(LocalDate.of(Integer.parseInt(text), 1, 1));
                case 7 -> Optional.of(YearMonth.parse(text).atDay(1));
                case 10 -> Optional.of(LocalDate.parse(text));
                default ->
                        Optional.of(
                                OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDate());
            };
        } catch (DateTimeException | NumberFormatException notADate) {
            return Optional.empty();
        }
    }
}
