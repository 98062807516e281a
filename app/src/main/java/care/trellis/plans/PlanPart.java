package care.trellis.plans;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.web.ChartPart;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The plan on the chart: its page. */
@Component
@Order(10)
class PlanPart implements ChartPart {

    private final ReviewRecords records;
    private final Access access;

    PlanPart(ReviewRecords records, Access access) {
        this.records = records;
        this.access = access;
    }

    @Override
    public List<Place> places(Permit permit, UUID client) {
        return access.mayByRole(permit.actor(), Action.PLAN_VIEW)
                ? List.of(new Place("Treatment plan", "plans", "/clients/" + client + "/plan"))
                : List.of();
    }

    /** Whether it is signed and its review not overdue. */
    @Override
    public void write(Permit permit, Whose whose, Sheet sheet) {
        if (!access.mayByRole(permit.actor(), Action.PLAN_VIEW)) {
            return;
        }
        var path = whose.path("/plan");
        var due = records.dueOf(new ClientId(whose.client()));
        boolean signed = due.stream().noneMatch(ReviewRecords.DueOn::first);
        boolean current = due.stream().noneMatch(one -> one.on().isBefore(whose.today()));
        var fix = signed ? "The plan's review is overdue." : "No plan is signed yet.";
        sheet.items().add(new Item("Treatment plan", signed && current, fix, path));
    }
}
