package care.trellis.benefits;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.web.ChartPart;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the plan was found to cover, on the chart, and the way to more of it. */
@Component
@Order(70)
class BenefitPart implements ChartPart {

    private final VerificationRecords records;
    private final Access access;

    BenefitPart(VerificationRecords records, Access access) {
        this.records = records;
        this.access = access;
    }

    @Override
    public List<Place> places(Permit permit, UUID client) {
        return access.mayByRole(permit.actor(), Action.BENEFIT_VIEW)
                ? List.of(new Place("Benefits", "contract", "/clients/" + client + "/benefits"))
                : List.of();
    }

    @Override
    public void write(Permit permit, Whose whose, Sheet sheet) {
        if (!access.mayByRole(permit.actor(), Action.BENEFIT_VIEW)) {
            return;
        }
        var path = whose.path("/benefits");
        records.of(new ClientId(whose.client())).stream()
                .findFirst()
                .ifPresent(latest ->
                        sheet.cards()
                                .add(
                                        new Card(
                                                "Benefits",
                                                List.of(line(latest, whose, path)),
                                                "",
                                                path)));
    }

    private static Line line(Verification latest, Whose whose, String path) {
        var findings = latest.findings();
        var limit = findings.limit();
        var day = LocalDate.ofInstant(latest.at(), whose.zone());
        return new Line(
                findings.state().label(),
                limit == null
                        ? latest.source().way().label()
                        : "%d of %d %s left"
                                .formatted(limit.left(), limit.total(), limit.unit().label()),
                Recheck.due(day, findings.state(), null, whose.today())
                        .map(Recheck::label)
                        .orElse("Current"),
                Recheck.due(day, findings.state(), null, whose.today()).isEmpty()
                        ? Tone.GOOD
                        : Tone.WATCH,
                When.day(day),
                path);
    }
}
