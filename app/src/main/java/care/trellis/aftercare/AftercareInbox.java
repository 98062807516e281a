package care.trellis.aftercare;

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

/** Promises whose day has come, at the home page of those who keep them. */
@Component
class AftercareInbox implements Inbox {

    private final PromiseRecords records;
    private final Access access;
    private final Clock clock;

    AftercareInbox(PromiseRecords records, Access access, Clock clock) {
        this.records = records;
        this.access = access;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Permit permit) {
        if (!access.mayByRole(permit.actor(), Action.AFTERCARE_EDIT)) {
            return List.of();
        }
        return records.dueBy(LocalDate.now(clock)).stream()
                .filter(due -> permit.actor().worksAt(due.site()))
                .map(due ->
                        new Waiting(
                                Waiting.Urgency.DEADLINE,
                                due.on(),
                                due.name(),
                                due.kind().task(),
                                "Aftercare",
                                Money.ZERO,
                                "/clients/" + due.client() + "/aftercare"))
                .toList();
    }
}
