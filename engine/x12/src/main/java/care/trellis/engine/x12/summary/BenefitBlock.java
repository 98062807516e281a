package care.trellis.engine.x12.summary;

import care.trellis.engine.x12.Money;
import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.Segment;
import care.trellis.engine.x12.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** The 271: subscribers, their benefits (EB) and the payer's rejections (AAA). */
final class BenefitBlock implements Block {

    private static final int MOST_ERRORS = 1_000;

    private final JsonGenerator json;
    private final Problems problems;
    private final List<Segment> errors = new ArrayList<>();
    private int subscribers;
    private int benefits;

    BenefitBlock(JsonGenerator json, Problems problems) {
        this.json = json;
        this.problems = problems;
        json.writeObjectPropertyStart("271");
        json.writeArrayPropertyStart("benefits");
    }

    @Override
    public void segment(Segment segment) {
        switch (segment.tag()) {
            case "HL" -> subscribers += segment.text(3).equals("22") ? 1 : 0;
            case "EB" -> benefit(segment);
            case "AAA" -> {
                if (errors.size() < MOST_ERRORS) {
                    errors.add(segment);
                }
            }
            default -> {}
        }
    }

    private void benefit(Segment segment) {
        benefits++;
        json.writeStartObject();
        json.writeStringProperty("code", segment.text(1));
        json.writeArrayPropertyStart("serviceTypes");
        segment.values(3).forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty(
                "amount",
                segment.text(7).isEmpty()
                        ? null
                        : Money.dollars(Values.cents(segment, 7, problems)));
        json.writeEndObject();
    }

    @Override
    public void end() {
        json.writeEndArray();
        json.writeNumberProperty("subscribers", subscribers);
        json.writeArrayPropertyStart("errors");
        for (var error : errors) {
            json.writeStartObject();
            json.writeStringProperty("code", error.text(3));
            json.writeStringProperty("followUp", error.text(4));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public Map<String, Integer> counts() {
        return new TreeMap<>(Map.of("subscribers", subscribers, "benefits", benefits));
    }
}
