package care.trellis.admissions;

import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.web.Inbox;
import care.trellis.web.Waiting;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Barriers that stand, at the home page of the role that can move them. */
@Component
class BarrierInbox implements Inbox {

    private final BarrierRecords records;

    BarrierInbox(BarrierRecords records) {
        this.records = records;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Permit permit) {
        return records.standing().stream()
                .filter(one -> permit.actor().roles().contains(one.kind().owner()))
                .filter(one -> permit.actor().worksAt(one.site()))
                .map(one ->
                        new Waiting(
                                Waiting.Urgency.DEADLINE,
                                one.dueOn(),
                                one.name(),
                                "Find a way to come: "
                                        + one.kind().label().toLowerCase(java.util.Locale.US),
                                one.kind().owner().label(),
                                Money.ZERO,
                                "/clients/" + one.client() + "/barriers"))
                .toList();
    }
}
