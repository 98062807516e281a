package care.trellis.transitions;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.web.ChartPart;
import care.trellis.web.Event;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The level of care on the chart: its page, and every change with its reason. */
@Component
@Order(15)
class TransitionPart implements ChartPart {

    private final TransitionRecords records;
    private final Access access;

    TransitionPart(TransitionRecords records, Access access) {
        this.records = records;
        this.access = access;
    }

    @Override
    public List<Place> places(Permit permit, UUID client) {
        return access.mayByRole(permit.actor(), Action.LEVEL_CHANGE)
                ? List.of(new Place("Level of care", "outcomes", "/clients/" + client + "/level"))
                : List.of();
    }

    @Override
    public void write(Permit permit, Whose whose, Sheet sheet) {
        if (access.mayByRole(permit.actor(), Action.NOTE_VIEW)) {
            records.of(new ClientId(whose.client())).stream()
                    .map(TransitionRecords.Whole::transition)
                    .map(TransitionPart::dated)
                    .forEach(sheet.events()::add);
        }
    }

    private static Dated dated(Transition one) {
        boolean stands = one.undone() == null;
        return new Dated(
                one.from(),
                new Event(
                        When.day(one.from()),
                        one.kind().label() + (stands ? "" : ", taken back"),
                        one.reason(),
                        stands ? Tone.INFO : Tone.NEUTRAL));
    }
}
