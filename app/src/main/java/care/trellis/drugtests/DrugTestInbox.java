package care.trellis.drugtests;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.web.Inbox;
import care.trellis.web.Waiting;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Talks that are owed after tests, at the home page of those who treat. */
@Component
class DrugTestInbox implements Inbox {

    private final FollowUpRecords records;
    private final Access access;

    DrugTestInbox(FollowUpRecords records, Access access) {
        this.records = records;
        this.access = access;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Permit permit) {
        if (!access.mayByRole(permit.actor(), Action.DRUG_TEST_RESULT)
                || permit.actor().roles().equals(java.util.Set.of(Role.DIRECTOR))) {
            return List.of();
        }
        return records.owed().stream()
                .filter(one -> permit.actor().worksAt(one.site()))
                .map(one ->
                        new Waiting(
                                Waiting.Urgency.DEADLINE,
                                one.dueOn(),
                                one.name(),
                                one.kind().label(),
                                Role.CLINICIAN.label(),
                                Money.ZERO,
                                "/clients/" + one.client() + "/drug-tests/" + one.test()))
                .toList();
    }
}
