package care.trellis.benefits;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Inbox;
import care.trellis.web.Waiting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is to be checked and which estimates are to be given, for those who do it. */
@Component
class BenefitInbox implements Inbox {

    private final DueRecords dues;
    private final Owed estimates;
    private final HomeTime home;
    private final Access access;

    BenefitInbox(DueRecords dues, Owed estimates, HomeTime home, Access access) {
        this.dues = dues;
        this.estimates = estimates;
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
        var waiting = new ArrayList<Waiting>();
        var owed = estimates.at(permit.actor().sites());
        if (!owed.isEmpty()) {
            waiting.add(
                    waits(
                            owed.getFirst().giveBy(),
                            owed.size() == 1
                                    ? "Give an estimate of the cost"
                                    : "Give %d estimates of the cost".formatted(owed.size())));
        }
        long due =
                dues.due(today, home.zone(), permit.actor().sites(), false).stream()
                        .filter(one -> one.asked() == null)
                        .count();
        if (due > 0) {
            waiting.add(
                    waits(
                            today,
                            due == 1
                                    ? "Check the benefits of a client"
                                    : "Check the benefits of " + due + " clients"));
        }
        return waiting;
    }

    private static Waiting waits(LocalDate due, String what) {
        return new Waiting(
                Waiting.Urgency.DEADLINE,
                due,
                "",
                what,
                Role.ADMISSIONS.label(),
                Money.ZERO,
                "/benefits");
    }
}
