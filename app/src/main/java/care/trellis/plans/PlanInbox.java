package care.trellis.plans;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.web.Inbox;
import care.trellis.web.Waiting;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans that are due or will be within three days, at the home page of those who sign plans. */
@Component
class PlanInbox implements Inbox {

    private static final int DAYS_AHEAD = 3;

    private final ReviewRecords records;
    private final Access access;
    private final Clock clock;

    PlanInbox(ReviewRecords records, Access access, Clock clock) {
        this.records = records;
        this.access = access;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Permit permit) {
        if (!access.mayByRole(permit.actor(), Action.PLAN_SIGN)) {
            return List.of();
        }
        return records.dueBy(LocalDate.now(clock).plusDays(DAYS_AHEAD)).stream()
                .filter(due -> permit.actor().worksAt(due.site()))
                .map(due ->
                        new Waiting(
                                Waiting.Urgency.DEADLINE,
                                due.on(),
                                due.name(),
                                due.first()
                                        ? "Write and sign the first treatment plan"
                                        : "Review the treatment plan",
                                "Clinician",
                                Money.ZERO,
                                "/clients/" + due.client() + "/plan"))
                .toList();
    }
}
