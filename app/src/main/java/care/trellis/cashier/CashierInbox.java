package care.trellis.cashier;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Inbox;
import care.trellis.web.Waiting;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for a second person, at the home page of whoever may answer. */
@Component
class CashierInbox implements Inbox {

    private final WishRecords wishes;
    private final HomeTime home;
    private final Access access;

    CashierInbox(WishRecords wishes, HomeTime home, Access access) {
        this.wishes = wishes;
        this.home = home;
        this.access = access;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Permit permit) {
        if (!access.mayByRole(permit.actor(), Action.WRITE_OFF_APPROVE)) {
            return List.of();
        }
        return wishes.waiting(permit.actor().sites(), permit.actor().account()).stream()
                .filter(one -> !one.mine())
                .map(one ->
                        new Waiting(
                                Waiting.Urgency.MONEY,
                                home.day(one.askedAt()),
                                one.name(),
                                one.kind().label() + ": agree or refuse",
                                one.askedBy(),
                                one.amount(),
                                "/cashier"))
                .toList();
    }
}
