package care.trellis.chain;

import care.trellis.authorizations.Authorization;
import care.trellis.authorizations.AuthorizationId;
import care.trellis.authorizations.AuthorizationKind;
import care.trellis.authorizations.AuthorizationRequest;
import care.trellis.authorizations.Authorizations;
import care.trellis.authorizations.FollowUp;
import care.trellis.authorizations.Reviews;
import care.trellis.authorizations.SentPacket;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.base.Text;
import care.trellis.clients.ClientId;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One review: the packet beside the call sheet, the decision, and the steps after a denial. */
@Controller
@RequestMapping("/clients/{client}/authorizations/{authorization}")
class ReviewController {

    private final Authorizations authorizations;
    private final Reviews reviews;
    private final ReviewViews views;
    private final HomeTime home;

    ReviewController(
            Authorizations authorizations, Reviews reviews, ReviewViews views, HomeTime home) {
        this.authorizations = authorizations;
        this.reviews = reviews;
        this.views = views;
        this.home = home;
    }

    @GetMapping("/review")
    @Requires(
            value = Action.AUTHORIZATION_VIEW,
            purpose = Permit.Purpose.PAYMENT,
            client = "client")
    ModelAndView review(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable AuthorizationId authorization) {
        var found = authorizations.find(permit, client, authorization);
        return page(frame, views.of(permit, found, today(), null));
    }

    @PostMapping("/review")
    @Requires(
            value = Action.AUTHORIZATION_EDIT,
            purpose = Permit.Purpose.PAYMENT,
            client = "client")
    ModelAndView decide(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable AuthorizationId authorization,
            @RequestParam MultiValueMap<String, String> sent) {
        var found = authorizations.find(permit, client, authorization);
        var form = Form.typed(sent);
        boolean denied = new DecisionForm(form).answer() == DecisionForm.Answer.DENIED;
        return Saving.save(
                form,
                saving(permit, found, form),
                (AuthorizationId decided) ->
                        denied ? path(client, decided) : "/authorizations?saved=true",
                () -> page(frame, views.of(permit, found, today(), form)));
    }

    /** Reads the form, and says what the door is to be asked. */
    private Supplier<Change<AuthorizationId>> saving(
            Permit permit, Authorization found, Form form) {
        var today = today();
        var typed = new DecisionForm(form);
        var from = typed.from(found.from());
        var to = typed.to(found.to());
        var decision = typed.decision(from, to, today);
        var client = found.client();
        if (!ReviewViews.next(found)) {
            return () ->
                    decision == null
                            ? DecisionForm.unanswered()
                            : authorizations.decide(
                                    permit, client, found.id(), decision, form.key());
        }
        var asked =
                new AuthorizationRequest(
                        from.isBefore(today)
                                ? AuthorizationKind.RETRO
                                : AuthorizationKind.CONCURRENT,
                        found.contract(),
                        Text.clean(form.value("procedureCode")),
                        typed.unit(),
                        form.whole("units"),
                        from,
                        to,
                        today,
                        null);
        return () ->
                decision == null
                        ? authorizations.request(permit, client, asked, form.key())
                        : authorizations.record(permit, client, asked, decision, form.key());
    }

    @PostMapping("/packets")
    @Requires(
            value = Action.AUTHORIZATION_EDIT,
            purpose = Permit.Purpose.PAYMENT,
            client = "client")
    ModelAndView send(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable AuthorizationId authorization,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "REVIEW") SentPacket.Purpose purpose) {
        return switch (reviews.send(permit, client, authorization, purpose, key, today())) {
            case Change.Done<UUID>(var packet) ->
                    new ModelAndView("redirect:/clients/" + client.value() + "/packets/" + packet);
            case Change.Refused<UUID> refused -> {
                var found = authorizations.find(permit, client, authorization);
                yield Saving.refused(page(frame, views.of(permit, found, today(), null)));
            }
        };
    }

    @PostMapping("/steps")
    @Requires(
            value = Action.AUTHORIZATION_EDIT,
            purpose = Permit.Purpose.PAYMENT,
            client = "client")
    ModelAndView close(
            Permit permit,
            @PathVariable ClientId client,
            @PathVariable AuthorizationId authorization,
            @RequestParam FollowUp.Kind kind,
            @RequestParam FollowUp.Outcome outcome) {
        reviews.close(permit, client, authorization, kind, outcome, today());
        return new ModelAndView("redirect:" + path(client, authorization));
    }

    private static String path(ClientId client, AuthorizationId authorization) {
        return "/clients/"
                + client.value()
                + "/authorizations/"
                + authorization.value()
                + "/review";
    }

    private static ModelAndView page(Frame frame, ReviewView view) {
        return new ModelAndView("chain/review", Map.of("frame", frame, "view", view));
    }

    private LocalDate today() {
        return home.today();
    }
}
