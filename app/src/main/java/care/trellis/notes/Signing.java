package care.trellis.notes;

import care.trellis.clients.ClientId;
import java.util.List;
import java.util.Map;

/** How a signing pass ended. */
public sealed interface Signing {

    /** These were signed; the others wait for what is named. */
    record Signed(List<ClientId> clients, Map<ClientId, List<Blocker>> waiting)
            implements Signing {}

    /** Nothing was ready, and nothing was signed. */
    record NothingReady(Map<ClientId, List<Blocker>> waiting) implements Signing {}

    /** The group is more than a day ago: a late entry says why. Nothing was signed. */
    record LateReasonMissing() implements Signing {}

    /** Only the facilitators of the session sign its note. */
    record NotFacilitator() implements Signing {}
}
