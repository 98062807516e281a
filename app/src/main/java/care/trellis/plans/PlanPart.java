package care.trellis.plans;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.web.ChartPart;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The plan on the chart: its page. */
@Component
@Order(10)
class PlanPart implements ChartPart {

    private final Access access;

    PlanPart(Access access) {
        this.access = access;
    }

    @Override
    public List<Place> places(Permit permit, UUID client) {
        return access.mayByRole(permit.actor(), Action.PLAN_VIEW)
                ? List.of(new Place("Treatment plan", "plans", "/clients/" + client + "/plan"))
                : List.of();
    }
}
