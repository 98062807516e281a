package care.trellis.benefits;

import care.trellis.clients.ClientId;
import care.trellis.clients.CoverageId;
import java.time.Instant;

/**
 * A question that went out to a payer.
 *
 * @param answered whether anything came back
 * @param rejection why there is no answer; empty when there is one, or none came
 */
public record Inquiry(
        InquiryId id,
        ClientId client,
        CoverageId coverage,
        Instant askedAt,
        boolean answered,
        String rejection) {

    /** The trace number under which it went out, and comes back: 32 signs. */
    String trace() {
        return id.value().toString().replace("-", "").toUpperCase(java.util.Locale.ROOT);
    }
}
