package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.facts.Session;
import org.jspecify.annotations.Nullable;

/** Units of a charged line that the payer would turn down, and why. */
public record RejectedLine(
        @Nullable String code, @Nullable String service, int units, String reason) {

    /** The line that a session would make, under its own code or that of its day. */
    static RejectedLine of(Session session, @Nullable String codeOfDay, String reason) {
        var type = session.serviceType();
        return new RejectedLine(
                session.hcpcs() == null ? codeOfDay : session.hcpcs(),
                type == null ? null : type.name(),
                1,
                reason);
    }
}
