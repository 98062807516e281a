package care.trellis.engine.x12.summary;

import care.trellis.engine.x12.Segment;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** The 278: what utilization review decided (HCR). A request has no decisions yet. */
final class ReviewBlock implements Block {

    private final JsonGenerator json;
    private int reviews;
    private int services;

    ReviewBlock(JsonGenerator json) {
        this.json = json;
        json.writeObjectPropertyStart("278");
        json.writeArrayPropertyStart("reviews");
    }

    @Override
    public void segment(Segment segment) {
        if (segment.tag().equals("UM")) {
            services++;
        }
        if (segment.tag().equals("HCR")) {
            reviews++;
            json.writeStartObject();
            json.writeStringProperty("action", segment.text(1));
            json.writeStringProperty("number", segment.text(2).isEmpty() ? null : segment.text(2));
            json.writeEndObject();
        }
    }

    @Override
    public void end() {
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public Map<String, Integer> counts() {
        return new TreeMap<>(Map.of("reviews", reviews, "services", services));
    }
}
