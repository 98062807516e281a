package care.trellis.engine.x12.summary;

import care.trellis.engine.x12.Money;
import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.Segment;
import care.trellis.engine.x12.TransactionHeader;
import care.trellis.engine.x12.Values;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The 837: each claim with its charge, bill type or place of service, and number of lines. */
final class ClaimBlock implements Block {

    private final JsonGenerator json;
    private final Problems problems;
    private @Nullable Segment claim;
    private long lineCents;
    private int linesOfClaim;
    private int claims;
    private int lines;
    private @Nullable String kind;

    ClaimBlock(TransactionHeader header, JsonGenerator json, Problems problems) {
        this.json = json;
        this.problems = problems;
        this.kind =
                header.follows("X223") || header.follows("X096")
                        ? "institutional"
                        : header.follows("X222") || header.follows("X098")
                                ? "professional"
                                : header.follows("X224") || header.follows("X097")
                                        ? "dental"
                                        : null;
        json.writeObjectPropertyStart("837");
        json.writeArrayPropertyStart("claims");
    }

    @Override
    public void segment(Segment segment) {
        switch (segment.tag()) {
            case "CLM" -> {
                endClaim();
                claim = segment;
            }
            case "HL" -> endClaim();
            case "SV1" -> line(segment, "professional", 2);
            case "SV2" -> line(segment, "institutional", 3);
            case "SV3" -> line(segment, "dental", 2);
            default -> {}
        }
    }

    private void line(Segment segment, String form, int charge) {
        if (kind == null) {
            kind = form;
        }
        lines++;
        linesOfClaim++;
        lineCents += Values.cents(segment, charge, problems);
    }

    private void endClaim() {
        var open = claim;
        if (open != null) {
            claims++;
            long charge = Values.cents(open, 2, problems);
            if (charge != lineCents) {
                problems.warning(
                        "CHARGE_MISMATCH",
                        open.position(),
                        open.line(),
                        "CLM02 is not the sum of the claim's lines.");
            }
            json.writeStartObject();
            json.writeStringProperty("id", open.text(1));
            json.writeStringProperty("charge", Money.dollars(charge));
            place(open);
            json.writeNumberProperty("lines", linesOfClaim);
            json.writeEndObject();
        }
        claim = null;
        linesOfClaim = 0;
        lineCents = 0;
    }

    /** CLM05: qualifier A makes it a type of bill, B a place of service. */
    private void place(Segment open) {
        var facility = open.component(5, 1);
        boolean professional =
                open.component(5, 2).equals("B")
                        || open.component(5, 2).isEmpty() && "professional".equals(kind);
        if (professional) {
            json.writeStringProperty("placeOfService", facility);
        } else {
            json.writeStringProperty("typeOfBill", facility + open.component(5, 3));
        }
    }

    @Override
    public void end() {
        endClaim();
        json.writeEndArray();
        json.writeStringProperty("kind", kind);
        json.writeEndObject();
    }

    @Override
    public Map<String, Integer> counts() {
        return new TreeMap<>(Map.of("claims", claims, "lines", lines));
    }
}
