package care.trellis.aftercare;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.web.ChartPart;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was promised for after the stay, on the chart as soon as there is something. */
@Component
@Order(35)
class AftercarePart implements ChartPart {

    private final PromiseRecords records;
    private final Clients clients;
    private final Access access;

    AftercarePart(PromiseRecords records, Clients clients, Access access) {
        this.records = records;
        this.clients = clients;
        this.access = access;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Card> cards(Permit permit, UUID client) {
        if (!access.mayByRole(permit.actor(), Action.AFTERCARE_EDIT)) {
            return List.of();
        }
        var today = clients.today(permit, new ClientId(client));
        var path = "/clients/" + client + "/aftercare";
        var lines =
                records.of(new ClientId(client)).stream()
                        .map(one -> {
                            var answered = one.answered();
                            boolean late = answered == null && one.due().isBefore(today);
                            return new Line(
                                    one.kind().label(),
                                    one.words(),
                                    answered != null
                                            ? answered.outcome().label()
                                            : late ? "Overdue" : "Ahead",
                                    answered != null
                                            ? answered.outcome() == Promise.Outcome.KEPT
                                                    ? Tone.GOOD
                                                    : Tone.BAD
                                            : late ? Tone.BAD : Tone.INFO,
                                    When.day(one.due()),
                                    path);
                        })
                        .toList();
        return lines.isEmpty() ? List.of() : List.of(new Card("After the stay", lines, "", path));
    }
}
