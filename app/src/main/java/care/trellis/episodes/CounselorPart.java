package care.trellis.episodes;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.web.ChartPart;
import care.trellis.web.Tone;
import care.trellis.web.When;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who answers for the client, on the chart. */
@Component
@Order(15)
class CounselorPart implements ChartPart {

    private final CounselorRecords records;
    private final Access access;

    CounselorPart(CounselorRecords records, Access access) {
        this.records = records;
        this.access = access;
    }

    @Override
    public void write(Permit permit, Whose whose, Sheet sheet) {
        if (!access.mayByRole(permit.actor(), Action.CLIENT_VIEW)) {
            return;
        }
        var lines =
                records.of(new ClientId(whose.client())).stream()
                        .filter(one -> one.on(whose.today()) || one.from().isAfter(whose.today()))
                        .map(one ->
                                one.on(whose.today())
                                        ? new Line(
                                                one.name(),
                                                "",
                                                "",
                                                Tone.NEUTRAL,
                                                "since " + When.day(one.from()))
                                        : new Line(
                                                one.name(),
                                                "",
                                                "",
                                                Tone.NEUTRAL,
                                                "from " + When.day(one.from())))
                        .toList();
        sheet.cards()
                .add(
                        new Card(
                                "Primary counselor",
                                lines,
                                "Nobody is named yet.",
                                whose.path("/counselor")));
    }
}
