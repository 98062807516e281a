package care.trellis.cashier;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.web.ChartPart;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way from a client's chart to their account. */
@Component
@Order(71)
class CashierPart implements ChartPart {

    private final Access access;

    CashierPart(Access access) {
        this.access = access;
    }

    @Override
    public List<Place> places(Permit permit, UUID client) {
        return access.mayByRole(permit.actor(), Action.CASHIER_VIEW)
                ? List.of(new Place("Account", "dollar", "/clients/" + client + "/account"))
                : List.of();
    }
}
