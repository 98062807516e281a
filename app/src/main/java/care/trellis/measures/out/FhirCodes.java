package care.trellis.measures.out;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The codes of our FHIR files: LOINC only where an instrument file carries a verified code, else
 * our own system.
 */
final class FhirCodes {

    static final String LOINC = "http://loinc.org";
    static final String OWN = "urn:care.trellis:measure";

    private FhirCodes() {}

    static Map<String, Object> concept(@Nullable String loinc, String own, String text) {
        var concept = new LinkedHashMap<String, Object>();
        concept.put("coding", List.of(coding(loinc, own, text)));
        concept.put("text", text);
        return concept;
    }

    static Map<String, Object> coding(@Nullable String loinc, String own, String display) {
        var coding = new LinkedHashMap<String, Object>();
        coding.put("system", loinc == null ? OWN : LOINC);
        coding.put("code", loinc == null ? own : loinc);
        if (!display.isEmpty()) {
            coding.put("display", display);
        }
        return coding;
    }

    static String canonical(String instrument, String version) {
        return OWN + ":" + instrument + "|" + version;
    }
}
