package care.trellis.admissions;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.web.ChartPart;
import care.trellis.web.Tone;
import care.trellis.web.When;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What stands in the way, on the chart. */
@Component
@Order(30)
class BarrierPart implements ChartPart {

    private final BarrierRecords records;
    private final Access access;

    BarrierPart(BarrierRecords records, Access access) {
        this.records = records;
        this.access = access;
    }

    @Override
    public void write(Permit permit, Whose whose, Sheet sheet) {
        if (!access.mayByRole(permit.actor(), Action.BARRIER_EDIT)) {
            return;
        }
        var path = whose.path("/barriers");
        var lines =
                records.of(new ClientId(whose.client())).stream()
                        .filter(Barrier::isOpen)
                        .map(one -> line(one, path))
                        .toList();
        if (!lines.isEmpty()) {
            sheet.cards().add(new Card("What stands in the way", lines, "", path));
        }
    }

    private static Line line(Barrier barrier, String path) {
        return new Line(
                barrier.kind().label(),
                barrier.kind().owner().label(),
                "Find a way",
                Tone.WATCH,
                "by " + When.day(barrier.dueOn()),
                path);
    }
}
