package care.trellis.whiteboard;

import care.trellis.attendance.BeforeClosing;
import care.trellis.base.Permit;
import care.trellis.sessions.SessionId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** No group is closed over its limit before somebody said why. */
@Component
class LargeGroups implements BeforeClosing {

    private final GroupLimits limits;

    LargeGroups(GroupLimits limits) {
        this.limits = limits;
    }

    @Override
    public Optional<String> why(Permit permit, SessionId session) {
        var guard = limits.guard(session);
        return guard.asksForReason()
                ? Optional.of(
                        "%d came and %d are the most. Say on the shift board why, then close the group."
                                .formatted(guard.people(), guard.atMost()))
                : Optional.empty();
    }
}
