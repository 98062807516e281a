package care.trellis.safety;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.web.ChartPart;
import care.trellis.web.Event;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Safety on the chart: one tap away, and whatever flag stands in sight. */
@Component
@Order(0)
class SafetyPart implements ChartPart {

    private final FlagRecords records;
    private final Clients clients;
    private final Access access;

    SafetyPart(FlagRecords records, Clients clients, Access access) {
        this.records = records;
        this.clients = clients;
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
    @Transactional(readOnly = true)
    public List<Card> cards(Permit permit, UUID client) {
        if (!access.mayByRole(permit.actor(), Action.SAFETY_VIEW)) {
            return List.of();
        }
        var zone = clients.zone(permit, new ClientId(client));
        var lines =
                records.of(new ClientId(client)).stream()
                        .filter(Flag::isOpen)
                        .map(flag ->
                                new Line(
                                        flag.kind().label(),
                                        "Raised by " + flag.raisedBy(),
                                        flag.level().label(),
                                        flag.level() == Flag.Level.WATCH ? Tone.WATCH : Tone.BAD,
                                        When.time(flag.raisedAt(), zone),
                                        "/clients/" + client + "/safety"))
                        .toList();
        return lines.isEmpty()
                ? List.of()
                : List.of(new Card("Safety", lines, "", "/clients/" + client + "/safety"));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Dated> events(Permit permit, UUID client) {
        if (!access.mayByRole(permit.actor(), Action.SAFETY_VIEW)) {
            return List.of();
        }
        var zone = clients.zone(permit, new ClientId(client));
        return records.of(new ClientId(client)).stream()
                .map(flag ->
                        new Dated(
                                flag.raisedAt().atZone(zone).toLocalDate(),
                                new Event(
                                        When.day(flag.raisedAt().atZone(zone).toLocalDate()),
                                        "Flag raised: " + flag.kind().label(),
                                        flag.isOpen() ? "Stands" : "Closed",
                                        flag.isOpen() ? Tone.BAD : Tone.NEUTRAL)))
                .toList();
    }
}
