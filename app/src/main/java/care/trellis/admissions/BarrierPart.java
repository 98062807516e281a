package care.trellis.admissions;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.web.ChartPart;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

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
    @Transactional(readOnly = true)
    public List<Card> cards(Permit permit, UUID client) {
        if (!access.mayByRole(permit.actor(), Action.BARRIER_EDIT)) {
            return List.of();
        }
        var path = "/clients/" + client + "/barriers";
        var lines =
                records.of(new ClientId(client)).stream()
                        .filter(Barrier::isOpen)
                        .map(one ->
                                new Line(
                                        one.kind().label(),
                                        one.kind().owner().label(),
                                        "Find a way",
                                        Tone.WATCH,
                                        "by " + When.day(one.dueOn()),
                                        path))
                        .toList();
        return lines.isEmpty()
                ? List.of()
                : List.of(new Card("What stands in the way", lines, "", path));
    }
}
