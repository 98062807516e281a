package care.trellis.measures.out;

import care.trellis.engine.instruments.AnswerSet;
import care.trellis.engine.instruments.Instrument;
import care.trellis.engine.instruments.Item;
import care.trellis.engine.instruments.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** An instrument as a FHIR R4 Questionnaire. Its wording is in it only where it may be shown. */
public final class FhirQuestionnaire {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FhirQuestionnaire() {}

    /** The JSON. */
    public static String of(Instrument instrument, boolean withText) {
        var about = instrument.about();
        var questionnaire = new LinkedHashMap<String, Object>();
        questionnaire.put("resourceType", "Questionnaire");
        questionnaire.put("url", FhirCodes.OWN + ":" + about.id());
        questionnaire.put("version", about.version());
        questionnaire.put("name", about.id().replaceAll("[^A-Za-z0-9]", "_"));
        questionnaire.put("title", about.title());
        questionnaire.put("status", "active");
        questionnaire.put("date", about.dated().toString());
        questionnaire.put("subjectType", List.of("Patient"));
        var notice = about.notice();
        if (notice != null) {
            questionnaire.put("copyright", notice);
        }
        var panel = about.loinc().get("panel");
        questionnaire.put("code", List.of(FhirCodes.coding(panel, about.id(), about.title())));
        questionnaire.put(
                "item", instrument.items().stream().map(item -> item(item, withText)).toList());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(questionnaire);
    }

    private static Map<String, Object> item(Item item, boolean withText) {
        var written = new LinkedHashMap<String, Object>();
        var text = text(item, withText);
        written.put("linkId", item.number());
        written.put("code", List.of(FhirCodes.coding(item.loinc(), item.number(), text)));
        written.put("text", text);
        written.put("required", false);
        switch (item.answers()) {
            case AnswerSet.Range _ -> written.put("type", "integer");
            case AnswerSet.Choices(var options) -> {
                written.put("type", "choice");
                written.put(
                        "answerOption",
                        options.stream()
                                .map(option -> Map.of("valueCoding", coding(option, withText)))
                                .toList());
            }
        }
        return written;
    }

    static String text(Item item, boolean withText) {
        return withText
                ? Objects.requireNonNullElse(item.text().get("en"), item.concept())
                : item.concept();
    }

    static Map<String, Object> coding(Option option, boolean withText) {
        var label = withText ? Objects.requireNonNullElse(option.label().get("en"), "") : "";
        return FhirCodes.coding(option.loinc(), Integer.toString(option.code()), label);
    }
}
