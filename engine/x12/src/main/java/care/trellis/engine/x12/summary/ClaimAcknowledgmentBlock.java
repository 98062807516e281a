package care.trellis.engine.x12.summary;

import care.trellis.engine.x12.Segment;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The 277CA: which claims went on to the payer's desk and which came back. */
final class ClaimAcknowledgmentBlock implements Block {

    private static final Set<String> ACCEPTED = Set.of("A0", "A1", "A2", "A5");

    private final JsonGenerator json;
    private boolean patient;
    private @Nullable String claim;
    private @Nullable Segment status;
    private boolean accepted;
    private int claims;

    ClaimAcknowledgmentBlock(JsonGenerator json) {
        this.json = json;
        json.writeObjectPropertyStart(Blocks.CLAIM_ACKNOWLEDGMENT);
        json.writeArrayPropertyStart("claims");
    }

    @Override
    public void segment(Segment segment) {
        switch (segment.tag()) {
            case "HL" -> {
                endClaim();
                patient = segment.text(3).equals("PT") || segment.text(3).equals("23");
            }
            case "TRN" -> {
                if (patient) {
                    endClaim();
                    claim = segment.text(2);
                    accepted = true;
                }
            }
            case "SVC" -> {
                endClaim();
            }
            case "STC" -> status(segment);
            default -> {}
        }
    }

    private void status(Segment segment) {
        if (claim == null) {
            return;
        }
        if (status == null) {
            status = segment;
        }
        accepted &= ACCEPTED.contains(segment.component(1, 1)) && !segment.text(3).equals("U");
    }

    private void endClaim() {
        if (claim != null) {
            claims++;
            json.writeStartObject();
            json.writeStringProperty("id", claim);
            json.writeStringProperty("category", status == null ? null : status.component(1, 1));
            json.writeStringProperty("status", status == null ? null : status.component(1, 2));
            json.writeBooleanProperty("accepted", status != null && accepted);
            json.writeEndObject();
        }
        claim = null;
        status = null;
    }

    @Override
    public void end() {
        endClaim();
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public Map<String, Integer> counts() {
        return Map.of("claims", claims);
    }
}
