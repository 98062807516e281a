package care.trellis.exchange;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Inbox;
import care.trellis.web.Waiting;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Repeated payments that wait for a second person, at the home page of whoever may answer. */
@Component
class ExchangeInbox implements Inbox {

    private final OverrideRecords records;
    private final HomeTime home;
    private final Access access;

    ExchangeInbox(OverrideRecords records, HomeTime home, Access access) {
        this.records = records;
        this.home = home;
        this.access = access;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Permit permit) {
        if (!access.mayByRole(permit.actor(), Action.WRITE_OFF_APPROVE)) {
            return List.of();
        }
        return records.open(permit.actor().account()).stream()
                .filter(one -> !one.mine())
                .map(one ->
                        new Waiting(
                                Waiting.Urgency.MONEY,
                                home.day(one.at()),
                                "",
                                "A payment repeats the number of another one: look at both and say whether it is posted",
                                one.by(),
                                Money.ZERO,
                                "/exchange"))
                .toList();
    }
}
