package care.trellis.billing.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.billing.ClaimId;
import care.trellis.billing.Claims;
import care.trellis.billing.NextPayer;
import care.trellis.billing.NextPayers;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Frame;
import care.trellis.web.Tone;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Claims that one payer has decided: on to the next. */
@Controller
@RequestMapping("/claims/next")
class NextPayerController {

    private final NextPayers next;
    private final Claims claims;
    private final HomeTime home;
    private final Access access;

    NextPayerController(NextPayers next, Claims claims, HomeTime home, Access access) {
        this.next = next;
        this.claims = claims;
        this.home = home;
        this.access = access;
    }

    @GetMapping
    @Requires(value = Action.CLAIM_VIEW, purpose = Permit.Purpose.PAYMENT)
    ModelAndView list(Permit permit, Frame frame) {
        var waiting = next.waiting(permit);
        var today = home.today();
        return new ModelAndView(
                "billing/nextPayers",
                Map.of(
                        "page",
                        frame.page("claims", "Claims", ""),
                        "view",
                        new NextPayersView(
                                Ids.next().toString(),
                                access.mayByRole(permit.actor(), Action.CLAIM_SUBMIT),
                                ClaimViews.tabs(null, false, claims.counts(permit)),
                                waiting.stream().map(one -> row(one, today)).toList(),
                                waiting.stream()
                                        .map(NextPayer::remaining)
                                        .reduce(Money.ZERO, Money::plus)
                                        .text(),
                                Words.count(waiting.size(), "claim", "claims"))));
    }

    /** Shows what came of it. */
    @PostMapping
    @Requires(value = Action.CLAIM_SUBMIT, purpose = Permit.Purpose.PAYMENT)
    ModelAndView send(
            Permit permit,
            Frame frame,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "") List<UUID> chosen) {
        var claims = chosen.stream().map(ClaimId::new).toList();
        return new ModelAndView(
                "billing/submitted",
                Map.of(
                        "page",
                        frame.page("claims", "Claim files", "Claims"),
                        "view",
                        ClaimViews.submitted(next.send(permit, key, claims), home.zone())));
    }

    private static NextPayersView.Row row(NextPayer one, LocalDate today) {
        var by = one.filesBy();
        boolean linked = one.contract() != null;
        return new NextPayersView.Row(
                linked ? one.claim().value().toString() : "",
                one.name(),
                one.number(),
                "/claims/" + one.claim().value(),
                Words.span(one.from(), one.through()),
                one.payer(),
                Words.date(one.decidedOn()),
                one.paid().text(),
                one.next(),
                one.turn() == 2 ? "second payer" : "third payer",
                one.remaining().text(),
                by == null ? "" : Clock.words(by, today),
                by == null ? Tone.NEUTRAL : Clock.tone(by, today),
                linked ? "" : "Link the coverage to a contract",
                linked ? "" : "/clients/" + one.client().value());
    }
}
