package care.trellis.exchange.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.exchange.Arrival;
import care.trellis.exchange.ArrivalId;
import care.trellis.exchange.Courier;
import care.trellis.exchange.Exchange;
import care.trellis.exchange.Line;
import care.trellis.exchange.OverrideRequest;
import care.trellis.exchange.OverrideRequests;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Frame;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of files from outside. */
@Component
class ExchangePages {

    private final Exchange exchange;
    private final OverrideRequests overrides;
    private final Courier courier;
    private final Access access;
    private final HomeTime home;

    ExchangePages(
            Exchange exchange,
            OverrideRequests overrides,
            Courier courier,
            Access access,
            HomeTime home) {
        this.exchange = exchange;
        this.overrides = overrides;
        this.courier = courier;
        this.access = access;
        this.home = home;
    }

    /**
     * What came and what waits.
     *
     * @param permit to view remittances
     * @param problem why something was not done; empty when nothing is wrong
     */
    ModelAndView list(Permit permit, Frame frame, String problem) {
        var zone = home.zone();
        boolean mayTake = access.mayByRole(permit.actor(), Action.REMITTANCE_POST);
        boolean mayAnswer = access.mayByRole(permit.actor(), Action.WRITE_OFF_APPROVE);
        var asked =
                overrides.open(permit).stream()
                        .collect(Collectors.toMap(OverrideRequest::arrival, Function.identity()));
        return new ModelAndView(
                "exchange/exchange",
                Map.of(
                        "page",
                        frame.page("exchange", "Exchange", ""),
                        "view",
                        new ExchangeView(
                                exchange.waiting(permit).stream()
                                        .map(one ->
                                                row(one, zone, second(one, asked, zone, mayAnswer)))
                                        .toList(),
                                exchange.newest(permit).stream()
                                        .map(one -> row(one, zone, null))
                                        .toList(),
                                courier.lines(permit).stream().map(one -> line(one, zone)).toList(),
                                problem,
                                mayTake,
                                access.mayByRole(permit.actor(), Action.ORGANIZATION_EDIT))));
    }

    private static ExchangeView.@Nullable Second second(
            Arrival of, Map<ArrivalId, OverrideRequest> asked, ZoneId zone, boolean mayAnswer) {
        if (of.state() != Arrival.State.REPEATS) {
            return null;
        }
        var request = asked.get(of.id());
        return request == null
                ? new ExchangeView.Second(
                        "",
                        "/exchange/" + of.id().value() + "/override",
                        Ids.next().toString(),
                        false,
                        false)
                : new ExchangeView.Second(
                        "%s asked on %s to have it posted: %s"
                                .formatted(
                                        request.by(),
                                        When.time(request.at(), zone),
                                        request.reason()),
                        "/exchange/overrides/" + request.id(),
                        "",
                        request.mine(),
                        mayAnswer && !request.mine());
    }

    private static ExchangeView.Row row(
            Arrival of, ZoneId zone, ExchangeView.@Nullable Second second) {
        return new ExchangeView.Row(
                of.name(),
                "/exchange/" + of.id().value(),
                of.source().label(),
                When.time(of.at(), zone),
                of.state().label(),
                switch (of.state()) {
                    case TAKEN -> Tone.GOOD;
                    case QUARANTINED, REPEATS -> Tone.BAD;
                    case CAME -> Tone.WATCH;
                    case SET_ASIDE -> Tone.NEUTRAL;
                },
                String.join(", ", of.kinds()),
                of.words(),
                Math.max(1, of.bytes() / 1024) + " KB",
                second);
    }

    private static ExchangeView.LineRow line(Line of, ZoneId zone) {
        var ran = of.lastRunAt();
        var problem = of.lastProblem();
        return new ExchangeView.LineRow(
                of.name(),
                "/exchange/lines/" + of.id(),
                of.username() + "@" + of.host() + ":" + of.port(),
                ran == null ? "Not yet" : When.time(ran, zone),
                problem == null ? "" : problem,
                !of.enabled()
                        ? Tone.NEUTRAL
                        : problem != null ? Tone.BAD : ran == null ? Tone.WATCH : Tone.GOOD,
                !of.enabled() ? "Off" : problem != null ? "Failed" : "Ready");
    }
}
