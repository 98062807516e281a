package care.trellis.engine.x12.summary;

import care.trellis.engine.x12.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The 999: which transactions were taken, and the place of each fault. */
final class AcknowledgmentBlock implements Block {

    private static final Set<String> ACCEPTED = Set.of("A", "E");
    private static final int MOST_FAULTS = 1_000;

    private final JsonGenerator json;
    private final List<Fault> faults = new ArrayList<>();
    private @Nullable Segment set;
    private @Nullable Segment place;
    private boolean placeTold;
    private int acknowledgments;

    AcknowledgmentBlock(JsonGenerator json) {
        this.json = json;
        json.writeObjectPropertyStart("999");
        json.writeArrayPropertyStart("acknowledgments");
    }

    /** A fault in a segment, or in one of its elements. */
    private record Fault(
            @Nullable String segment,
            @Nullable String position,
            @Nullable String element,
            String code) {}

    @Override
    public void segment(Segment segment) {
        switch (segment.tag()) {
            case "AK2" -> {
                endSet("");
                set = segment;
            }
            case "IK3", "AK3" -> {
                tellPlace();
                place = segment;
                placeTold = false;
            }
            case "IK4", "AK4" -> element(segment);
            case "IK5", "AK5" -> {
                tellPlace();
                for (int at = 2; at <= segment.size() && faults.isEmpty(); at++) {
                    add(new Fault(null, null, null, segment.text(at)));
                }
                endSet(segment.text(1));
            }
            default -> {}
        }
    }

    private void element(Segment segment) {
        placeTold = true;
        add(
                new Fault(
                        place == null ? null : place.text(1),
                        place == null ? null : place.text(2),
                        segment.text(1),
                        segment.text(3)));
    }

    /** A segment fault without element faults is told by itself. */
    private void tellPlace() {
        if (place != null && !placeTold) {
            add(new Fault(place.text(1), place.text(2), null, place.text(4)));
        }
        place = null;
    }

    private void add(Fault fault) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }

    private void endSet(String code) {
        tellPlace();
        if (set != null) {
            acknowledgments++;
            json.writeStartObject();
            json.writeStringProperty("control", set.text(2));
            json.writeBooleanProperty("accepted", ACCEPTED.contains(code));
            json.writeArrayPropertyStart("errors");
            for (var fault : faults) {
                json.writeStartObject();
                json.writeStringProperty("segment", fault.segment());
                json.writeStringProperty("position", fault.position());
                json.writeStringProperty("element", fault.element());
                json.writeStringProperty("code", fault.code());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        set = null;
        faults.clear();
    }

    @Override
    public void end() {
        endSet("");
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public Map<String, Integer> counts() {
        return Map.of("acknowledgments", acknowledgments);
    }
}
