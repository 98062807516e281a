package care.trellis.measures.out;

import care.trellis.engine.instruments.AnswerSet;
import care.trellis.engine.instruments.Instrument;
import care.trellis.engine.instruments.Item;
import care.trellis.measures.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One result as a FHIR R4 QuestionnaireResponse that contains its score as an Observation. The
 * client is named by our opaque id only.
 */
public final class FhirResponse {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FhirResponse() {}

    /** The JSON. */
    public static String of(Instrument instrument, Outcome outcome) {
        boolean withText = !instrument.about().languages().isEmpty();
        var subject = Map.of("reference", "Patient/" + outcome.client().value());
        var response = new LinkedHashMap<String, Object>();
        response.put("resourceType", "QuestionnaireResponse");
        response.put("id", outcome.id().value().toString());
        response.put("meta", Map.of("versionId", Integer.toString(outcome.number())));
        var scores = scores(instrument, outcome, subject);
        if (!scores.isEmpty()) {
            response.put("contained", scores);
        }
        response.put("questionnaire", FhirCodes.canonical(outcome.instrument(), outcome.version()));
        response.put(
                "status",
                outcome.withdrawn()
                        ? "entered-in-error"
                        : outcome.number() > 1 ? "amended" : "completed");
        response.put("subject", subject);
        response.put("authored", outcome.recordedAt().toString());
        response.put(
                "item",
                instrument.items().stream()
                        .filter(item -> outcome.answers().get(item.number()) != null)
                        .map(item -> item(item, outcome.answers().get(item.number()), withText))
                        .toList());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(response);
    }

    private static Map<String, Object> item(Item item, @Nullable Integer code, boolean withText) {
        var written = new LinkedHashMap<String, Object>();
        written.put("linkId", item.number());
        written.put("text", FhirQuestionnaire.text(item, withText));
        if (code != null) {
            written.put("answer", List.of(answer(item, code, withText)));
        }
        return written;
    }

    private static Map<String, Object> answer(Item item, int code, boolean withText) {
        return switch (item.answers()) {
            case AnswerSet.Range _ -> Map.of("valueInteger", code);
            case AnswerSet.Choices(var options) ->
                    Map.of(
                            "valueCoding",
                            options.stream()
                                    .filter(option -> option.code() == code)
                                    .findFirst()
                                    .map(option -> FhirQuestionnaire.coding(option, withText))
                                    .orElseThrow());
        };
    }

    private static List<Map<String, Object>> scores(
            Instrument instrument, Outcome outcome, Map<String, String> subject) {
        var scores = new ArrayList<Map<String, Object>>();
        var about = instrument.about();
        var total = outcome.result().total();
        if (total != null) {
            scores.add(
                    observation(
                            "total",
                            FhirCodes.concept(
                                    about.loinc().get("total"),
                                    about.id() + "/total",
                                    about.title() + ", total"),
                            total,
                            outcome,
                            subject));
        }
        outcome.result()
                .subscales()
                .forEach((name, part) -> {
                    var score = part.score();
                    if (score != null) {
                        scores.add(
                                observation(
                                        name,
                                        FhirCodes.concept(
                                                null,
                                                about.id() + "/" + name,
                                                about.title() + ", " + name),
                                        score,
                                        outcome,
                                        subject));
                    }
                });
        return scores;
    }

    private static Map<String, Object> observation(
            String id,
            Map<String, Object> code,
            BigDecimal value,
            Outcome outcome,
            Map<String, String> subject) {
        var observation = new LinkedHashMap<String, Object>();
        observation.put("resourceType", "Observation");
        observation.put("id", id);
        observation.put("status", outcome.number() > 1 ? "corrected" : "final");
        observation.put("code", code);
        observation.put("subject", subject);
        observation.put("effectiveDateTime", outcome.takenOn().toString());
        observation.put(
                "valueQuantity",
                Map.of("value", value, "system", "http://unitsofmeasure.org", "code", "{score}"));
        return observation;
    }
}
