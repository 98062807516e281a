package care.trellis.safety;

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

/** Safety on the chart: one tap away, and whatever flag stands in sight. */
@Component
@Order(0)
class SafetyPart implements ChartPart {

    private final FlagRecords records;
    private final Access access;

    SafetyPart(FlagRecords records, Access access) {
        this.records = records;
        this.access = access;
    }

    @Override
    public List<Place> places(Permit permit, UUID client) {
        if (access.mayByRole(permit.actor(), Action.SAFETY_VIEW)) {
            return List.of(new Place("Safety", "shield", "/clients/" + client + "/safety"));
        }
        return access.mayByRole(permit.actor(), Action.SAFETY_FLAG)
                ? List.of(new Place("Raise a flag", "shield", "/clients/" + client + "/flags/new"))
                : List.of();
    }

    @Override
    public void write(Permit permit, Whose whose, Sheet sheet) {
        if (!access.mayByRole(permit.actor(), Action.SAFETY_VIEW)) {
            return;
        }
        var path = whose.path("/safety");
        var flags = records.seen(new ClientId(whose.client()));
        var standing =
                flags.stream()
                        .filter(FlagRecords.Seen::open)
                        .map(flag -> line(flag, path))
                        .toList();
        if (!standing.isEmpty()) {
            sheet.cards().add(new Card("Safety", standing, "", path));
        }
        flags.forEach(flag -> sheet.events().add(dated(flag)));
    }

    private static Line line(FlagRecords.Seen flag, String path) {
        return new Line(
                flag.kind().label(),
                flag.ofMeasure() ? "Raised by an answer" : "Raised by " + flag.raisedBy(),
                flag.level().label(),
                flag.level() == Flag.Level.WATCH ? Tone.WATCH : Tone.BAD,
                When.time(flag.raisedAt(), flag.zone()),
                path);
    }

    private static Dated dated(FlagRecords.Seen flag) {
        var day = flag.raisedAt().atZone(flag.zone()).toLocalDate();
        return new Dated(
                day,
                new Event(
                        When.day(day),
                        "Flag raised: " + flag.kind().label(),
                        flag.open() ? "Stands" : "Closed",
                        flag.open() ? Tone.BAD : Tone.NEUTRAL));
    }
}
