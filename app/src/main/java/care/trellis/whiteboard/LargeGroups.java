package care.trellis.whiteboard;

import care.trellis.attendance.BeforeClosing;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.sessions.SessionId;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * No group is closed over its limit before somebody said why. A session that ends by itself waits
 * for nobody, because the times of people do not: the question stays open instead, on the home page
 * of those who may answer it.
 */
@Component
class LargeGroups implements BeforeClosing {

    /** How far back a group is still found when the program was down at its end. */
    private static final Duration BACK = Duration.ofDays(1);

    private final GroupLimits limits;
    private final ShiftRecords shifts;
    private final UnexplainedRecords unexplained;
    private final Clock clock;

    LargeGroups(
            GroupLimits limits, ShiftRecords shifts, UnexplainedRecords unexplained, Clock clock) {
        this.limits = limits;
        this.shifts = shifts;
        this.unexplained = unexplained;
        this.clock = clock;
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

    /** Notes the groups that ended over their limit without a reason. Once more changes nothing. */
    @Transactional
    void note(Permit permit) {
        permit.require(Action.SHIFT_VIEW);
        var now = clock.instant();
        var groups = shifts.groups(unexplained.ended(now.minus(BACK), now));
        var guards = limits.guards(groups);
        for (var group : groups) {
            var guard = Objects.requireNonNull(guards.get(group.session()));
            if (guard.asksForReason()) {
                unexplained.add(group, guard, now);
            }
        }
    }
}
