package care.trellis.engine.x12.summary;

import care.trellis.engine.x12.InterchangeHeader;
import care.trellis.engine.x12.Problem;
import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.Segment;
import care.trellis.engine.x12.TransactionHeader;
import care.trellis.engine.x12.X12Listener;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the JSON object of one file while the file is read. */
final class SummaryWriter implements X12Listener {

    private static final int MOST_TA1 = 1_000;

    private final JsonGenerator json;
    private final Problems problems;
    private final List<Segment> technical = new ArrayList<>();
    private @Nullable TransactionHeader header;
    private @Nullable Segment start;
    private @Nullable Block block;
    private int segments;

    /**
     * Begins the object.
     *
     * @param json where to write
     * @param problems told of what is wrong inside transactions, and printed last
     */
    SummaryWriter(JsonGenerator json, Problems problems) {
        this.json = json;
        this.problems = problems;
        json.writeStartObject();
        json.writeArrayPropertyStart("interchanges");
    }

    @Override
    public void interchange(InterchangeHeader isa) {
        technical.clear();
        json.writeStartObject();
        json.writeStringProperty("control", isa.control());
        json.writeStringProperty("sender", isa.sender());
        json.writeStringProperty("receiver", isa.receiver());
        json.writeStringProperty("date", isa.date() == null ? null : isa.date().toString());
        json.writeBooleanProperty("test", isa.test());
        json.writeArrayPropertyStart("transactions");
    }

    @Override
    public void control(Segment segment) {
        if (segment.tag().equals("TA1") && technical.size() < MOST_TA1) {
            technical.add(segment);
        }
    }

    @Override
    public void transaction(TransactionHeader opened, Segment segment) {
        header = opened;
        start = segment;
        block = null;
        segments = 1;
    }

    @Override
    public void segment(Segment segment) {
        segments++;
        block(segment).segment(segment);
    }

    @Override
    public void endTransaction() {
        if (start == null) {
            return;
        }
        var open = block(start);
        open.end();
        json.writeObjectPropertyStart("counts");
        open.counts().forEach(json::writeNumberProperty);
        json.writeNumberProperty("segments", segments + 1);
        json.writeEndObject();
        json.writeEndObject();
        start = null;
        block = null;
    }

    @Override
    public void endInterchange() {
        json.writeEndArray();
        if (!technical.isEmpty()) {
            json.writeArrayPropertyStart("TA1");
            for (var segment : technical) {
                json.writeStartObject();
                json.writeStringProperty("control", segment.text(1));
                json.writeBooleanProperty("accepted", !segment.text(4).equals("R"));
                json.writeStringProperty("code", segment.text(4));
                json.writeStringProperty("note", segment.text(5));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** Writes the problems and closes the object. */
    void end() {
        json.writeEndArray();
        json.writeArrayPropertyStart("problems");
        for (Problem problem : problems.list()) {
            json.writeStartObject();
            json.writeStringProperty(
                    "severity", problem.severity().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("code", problem.code());
            json.writeNumberProperty("segment", problem.segment());
            json.writeNumberProperty("line", problem.line());
            json.writeStringProperty("text", problem.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }

    /**
     * Opens the transaction's object at its first segment, which may be needed to name its type.
     */
    private Block block(Segment first) {
        var open = block;
        if (open == null) {
            if (header == null || start == null) {
                throw new IllegalStateException("A segment before any transaction");
            }
            var type = Blocks.type(header, first);
            json.writeStartObject();
            json.writeStringProperty("type", type);
            json.writeStringProperty("version", header.version());
            json.writeStringProperty("control", header.control());
            open = Blocks.of(type, header, start, json, problems);
            block = open;
        }
        return open;
    }
}
