package care.trellis.benefits;

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

/** How many coverages of people in the program are to be checked, for those who check. */
@Component
class BenefitInbox implements Inbox {

    private final DueRecords dues;
    private final HomeTime home;
    private final Access access;

    BenefitInbox(DueRecords dues, HomeTime home, Access access) {
        this.dues = dues;
        this.home = home;
        this.access = access;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Permit permit) {
        var roles = permit.actor().roles();
        if (!access.mayByRole(permit.actor(), Action.BENEFIT_EDIT)
                || !(roles.contains(Role.ADMISSIONS) || roles.contains(Role.BILLER))) {
            return List.of();
        }
        var today = home.today();
        long due =
                dues.due(today, home.zone(), permit.actor().sites(), false).stream()
                        .filter(one -> one.asked() == null)
                        .count();
        return due == 0
                ? List.of()
                : List.of(
                        new Waiting(
                                Waiting.Urgency.DEADLINE,
                                today,
                                "",
                                due == 1
                                        ? "Check the benefits of a client"
                                        : "Check the benefits of " + due + " clients",
                                Role.ADMISSIONS.label(),
                                Money.ZERO,
                                "/benefits"));
    }
}
