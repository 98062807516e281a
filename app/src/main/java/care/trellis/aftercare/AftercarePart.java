package care.trellis.aftercare;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.web.ChartPart;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.time.LocalDate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was promised for after the stay, on the chart as soon as there is something. */
@Component
@Order(35)
class AftercarePart implements ChartPart {

    private final PromiseRecords records;
    private final Access access;

    AftercarePart(PromiseRecords records, Access access) {
        this.records = records;
        this.access = access;
    }

    @Override
    public void write(Permit permit, Whose whose, Sheet sheet) {
        if (!access.mayByRole(permit.actor(), Action.AFTERCARE_EDIT)) {
            return;
        }
        var path = whose.path("/aftercare");
        var lines =
                records.of(new ClientId(whose.client())).stream()
                        .map(one -> line(one, whose.today(), path))
                        .toList();
        if (!lines.isEmpty()) {
            sheet.cards().add(new Card("After the stay", lines, "", path));
        }
    }

    private static Line line(Promise promise, LocalDate today, String path) {
        var answered = promise.answered();
        boolean late = answered == null && promise.due().isBefore(today);
        boolean kept = answered != null && answered.outcome() == Promise.Outcome.KEPT;
        var words = answered != null ? answered.outcome().label() : late ? "Overdue" : "Ahead";
        var tone = kept ? Tone.GOOD : answered != null || late ? Tone.BAD : Tone.INFO;
        return new Line(
                promise.kind().label(),
                promise.words(),
                words,
                tone,
                When.day(promise.due()),
                path);
    }
}
