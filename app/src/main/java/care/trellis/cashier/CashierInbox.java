package care.trellis.cashier;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Inbox;
import care.trellis.web.Waiting;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What waits for a second person, and card payments that somebody has to look up, at the home page
 * of whoever may answer.
 */
@Component
class CashierInbox implements Inbox {

    private final WishRecords wishes;
    private final CardPayments cards;
    private final HomeTime home;
    private final Access access;

    CashierInbox(WishRecords wishes, CardPayments cards, HomeTime home, Access access) {
        this.wishes = wishes;
        this.cards = cards;
        this.home = home;
        this.access = access;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Permit permit) {
        return Stream.concat(requests(permit), doubts(permit)).toList();
    }

    private Stream<Waiting> doubts(Permit permit) {
        if (!access.mayByRole(permit.actor(), Action.CASHIER_EDIT)) {
            return Stream.empty();
        }
        return cards.doubtful(permit.actor().sites()).stream()
                .map(one ->
                        new Waiting(
                                Waiting.Urgency.MONEY,
                                home.day(one.begunAt()),
                                one.name(),
                                "Card payment in doubt: look it up at the provider",
                                Role.BILLER.label(),
                                one.amount(),
                                "/clients/" + one.client().value() + "/account#doubts"));
    }

    private Stream<Waiting> requests(Permit permit) {
        if (!access.mayByRole(permit.actor(), Action.WRITE_OFF_APPROVE)) {
            return Stream.empty();
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
                                "/cashier"));
    }
}
