package care.trellis.outreach;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Inbox;
import care.trellis.web.Waiting;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * At the home page of those who act on the early warning: one line, whatever the number, because
 * the page behind it says in which order.
 */
@Component
class WarningInbox implements Inbox {

    private final Warnings warnings;
    private final HomeTime time;
    private final Access access;

    WarningInbox(Warnings warnings, HomeTime time, Access access) {
        this.warnings = warnings;
        this.time = time;
        this.access = access;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Permit permit) {
        if (!access.mayByRole(permit.actor(), Action.RETENTION_VIEW)) {
            return List.of();
        }
        var pressing =
                warnings.unread(permit.actor()).stream()
                        .filter(one -> one.warning().band() == Warning.Band.ACT)
                        .toList();
        return pressing.isEmpty()
                ? List.of()
                : List.of(
                        new Waiting(
                                Waiting.Urgency.DEADLINE,
                                time.today(),
                                pressing.size() == 1 ? pressing.getFirst().name() : "",
                                pressing.size() == 1
                                        ? "May be about to leave: see the signs and act today"
                                        : "%d clients may be about to leave: see the signs and act today"
                                                .formatted(pressing.size()),
                                Role.CLINICIAN.label(),
                                Money.ZERO,
                                "/outreach/warning"));
    }
}
