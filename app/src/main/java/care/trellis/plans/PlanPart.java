package care.trellis.plans;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.web.ChartPart;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The plan on the chart: its page. */
@Component
@Order(10)
class PlanPart implements ChartPart {

    private final ReviewRecords records;
    private final Clients clients;
    private final Access access;

    PlanPart(ReviewRecords records, Clients clients, Access access) {
        this.records = records;
        this.clients = clients;
        this.access = access;
    }

    @Override
    public List<Place> places(Permit permit, UUID client) {
        return access.mayByRole(permit.actor(), Action.PLAN_VIEW)
                ? List.of(new Place("Treatment plan", "plans", "/clients/" + client + "/plan"))
                : List.of();
    }

    /** A plan that is signed, and whose review is not overdue. */
    @Override
    @Transactional(readOnly = true)
    public List<Item> items(Permit permit, UUID client) {
        if (!access.mayByRole(permit.actor(), Action.PLAN_VIEW)) {
            return List.of();
        }
        var today = clients.today(permit, new ClientId(client));
        var due = records.dueOf(new ClientId(client));
        boolean signed = due.stream().noneMatch(ReviewRecords.DueOn::first);
        boolean current = due.stream().noneMatch(one -> one.on().isBefore(today));
        return List.of(
                new Item(
                        "Treatment plan",
                        signed && current,
                        signed ? "The plan's review is overdue." : "No plan is signed yet.",
                        "/clients/" + client + "/plan"));
    }
}
