package care.trellis.chain;

import care.trellis.access.Access;
import care.trellis.authorizations.Authorization;
import care.trellis.authorizations.Authorizations;
import care.trellis.base.Action;
import care.trellis.base.Actor;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.ledger.Drawn;
import care.trellis.ledger.Ledger;
import care.trellis.notes.NoteSide;
import care.trellis.web.Fact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Beside a client's line of the group note: hours so far this week, and what is authorized. */
@Component
class NoteFacts implements NoteSide {

    private final Access access;
    private final Ledger ledger;
    private final Authorizations authorizations;

    NoteFacts(Access access, Ledger ledger, Authorizations authorizations) {
        this.access = access;
        this.ledger = ledger;
        this.authorizations = authorizations;
    }

    @Override
    public List<Fact> facts(Actor reader, ClientId client, LocalDate day) {
        var facts = new ArrayList<Fact>();
        permit(reader, Action.LEDGER_VIEW, client)
                .flatMap(permit -> ledger.week(permit, client, Ledger.mondayOf(day)))
                .ifPresent(week ->
                        facts.add(
                                new Fact(
                                        "This week",
                                        hours(week.attended())
                                                + " of "
                                                + hours(
                                                        week.needed() == null
                                                                ? week.scheduled()
                                                                : week.needed())
                                                + " h",
                                        "/ledger/" + client.value() + "/" + day)));
        permit(reader, Action.AUTHORIZATION_VIEW, client)
                .flatMap(permit ->
                        authorizations.ofClient(permit, client).stream()
                                .filter(it -> it.covers(day))
                                .findFirst()
                                .map(it -> left(permit, it)))
                .ifPresent(left -> facts.add(new Fact("Authorized", left)));
        return facts;
    }

    private String left(Permit permit, Authorization authorization) {
        var used =
                ledger.drawn(permit, List.of(authorization.id()))
                        .getOrDefault(authorization.id(), Drawn.nothing(authorization.id()))
                        .used();
        var granted = authorization.granted();
        return granted == null
                ? "until " + authorization.to()
                : BigDecimal.valueOf(granted).subtract(used).stripTrailingZeros().toPlainString()
                        + " of "
                        + granted
                        + " left";
    }

    private Optional<Permit> permit(Actor reader, Action action, ClientId client) {
        return access.decide(
                reader,
                action,
                Permit.Purpose.TREATMENT,
                new Resource(Resource.Kind.CLIENT, client.value()));
    }

    private static String hours(int minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
