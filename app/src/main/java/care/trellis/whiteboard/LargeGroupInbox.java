package care.trellis.whiteboard;

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

/** At the home page of who may say why a group was larger than its limit. */
@Component
class LargeGroupInbox implements Inbox {

    private final UnexplainedRecords records;
    private final Access access;

    LargeGroupInbox(UnexplainedRecords records, Access access) {
        this.records = records;
        this.access = access;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Permit permit) {
        if (!access.mayByRole(permit.actor(), Action.GROUP_OVERRIDE)) {
            return List.of();
        }
        return records.open().stream()
                .filter(one -> permit.actor().worksAt(one.site()))
                .map(one ->
                        new Waiting(
                                Waiting.Urgency.DEADLINE,
                                one.day(),
                                "",
                                "Say why %s had %d people where %d are the most"
                                        .formatted(one.title(), one.people(), one.atMost()),
                                Role.DIRECTOR.label(),
                                Money.ZERO,
                                "/sessions/" + one.session().value() + "/override"))
                .toList();
    }
}
