package care.trellis.chain;

import care.trellis.authorizations.Authorization;
import care.trellis.authorizations.AuthorizationDecision;
import care.trellis.authorizations.AuthorizationId;
import care.trellis.authorizations.AuthorizationKind;
import care.trellis.authorizations.AuthorizationRequest;
import care.trellis.authorizations.AuthorizationUnit;
import care.trellis.authorizations.Authorizations;
import care.trellis.authorizations.FollowUp;
import care.trellis.authorizations.Reviews;
import care.trellis.authorizations.SentPacket;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.base.Requires;
import care.trellis.base.Text;
import care.trellis.clients.ClientId;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
    private final JoinedRecords records;
    private final Clock clock;

    ReviewController(
            Authorizations authorizations,
            Reviews reviews,
            ReviewViews views,
            JoinedRecords records,
            Clock clock) {
        this.authorizations = authorizations;
        this.reviews = reviews;
        this.views = views;
        this.records = records;
        this.clock = clock;
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
        return page(frame, views.of(permit, found, today(permit), null));
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
        var outcome = save(permit, found, form);
        if (outcome instanceof Change.Refused<AuthorizationId>(var problems)) {
            form.refused(problems);
        }
        if (outcome == null || form.wrong()) {
            var again = page(frame, views.of(permit, found, today(permit), form));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return form.value("answer").equals("DENIED")
                ? review(client, decided(outcome, authorization))
                : new ModelAndView("redirect:/authorizations");
    }

    private static AuthorizationId decided(
            Change<AuthorizationId> outcome, AuthorizationId otherwise) {
        return outcome instanceof Change.Done<AuthorizationId>(var id) ? id : otherwise;
    }

    /** Nothing where the form is wrong already. */
    private @Nullable Change<AuthorizationId> save(Permit permit, Authorization found, Form form) {
        var key = key(form);
        boolean next = ReviewViews.next(found);
        var from = day(form, "from", "Enter the first day.", found.from());
        var to = day(form, "to", "Enter the last day.", found.to());
        boolean waiting = next && form.value("answer").equals("WAITING");
        var decision = waiting ? null : decision(form, from, to, today(permit));
        var units = form.whole("units");
        if (key == null || form.wrong()) {
            return null;
        }
        if (!next) {
            return decision == null
                    ? null
                    : authorizations.decide(permit, found.client(), found.id(), decision, key);
        }
        var asked =
                new AuthorizationRequest(
                        from.isBefore(today(permit))
                                ? AuthorizationKind.RETRO
                                : AuthorizationKind.CONCURRENT,
                        found.contract(),
                        Text.clean(form.value("procedureCode")),
                        unit(form),
                        units,
                        from,
                        to,
                        today(permit),
                        null);
        return decision == null
                ? authorizations.request(permit, found.client(), asked, key)
                : authorizations.record(permit, found.client(), asked, decision, key);
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
        return switch (reviews.send(permit, client, authorization, purpose, key, today(permit))) {
            case Change.Done<UUID>(var packet) ->
                    new ModelAndView("redirect:/clients/" + client.value() + "/packets/" + packet);
            case Change.Refused<UUID> refused -> {
                var found = authorizations.find(permit, client, authorization);
                var again = page(frame, views.of(permit, found, today(permit), null));
                again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield again;
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
        reviews.close(permit, client, authorization, kind, outcome, today(permit));
        return review(client, authorization);
    }

    private static ModelAndView review(ClientId client, AuthorizationId authorization) {
        return new ModelAndView(
                "redirect:/clients/"
                        + client.value()
                        + "/authorizations/"
                        + authorization.value()
                        + "/review");
    }

    private static AuthorizationDecision decision(
            Form form, LocalDate from, LocalDate to, LocalDate today) {
        var on = form.date("decidedOn");
        var reference = Text.clean(form.value("reference"));
        var reviewer = Text.clean(form.value("reviewer"));
        var decidedOn = on == null ? today : on;
        if (form.value("answer").equals("DENIED")) {
            return new AuthorizationDecision.Denied(
                    decidedOn, reference, reviewer, Text.clean(form.value("reason")));
        }
        return new AuthorizationDecision.Approved(
                form.value("number").strip(),
                unit(form),
                form.requiredWhole("granted"),
                from,
                to,
                decidedOn,
                reference,
                reviewer,
                form.date("nextReview"));
    }

    private static LocalDate day(Form form, String field, String message, LocalDate otherwise) {
        var day = form.date(field);
        if (day == null && form.error(field).isEmpty()) {
            form.refused(List.of(new Problem(field, "MISSING", message)));
        }
        return day == null ? otherwise : day;
    }

    private static AuthorizationUnit unit(Form form) {
        for (var unit : AuthorizationUnit.values()) {
            if (unit.name().equals(form.value("unit"))) {
                return unit;
            }
        }
        return AuthorizationUnit.DAY;
    }

    private static @Nullable UUID key(Form form) {
        try {
            return UUID.fromString(form.value("key"));
        } catch (IllegalArgumentException noId) {
            form.refused(
                    List.of(new Problem("", "KEY", "Open the form again: this one is not whole.")));
            return null;
        }
    }

    private static ModelAndView page(Frame frame, ReviewView view) {
        return new ModelAndView("chain/review", Map.of("frame", frame, "view", view));
    }

    private LocalDate today(Permit permit) {
        return clock.instant().atZone(records.zone(permit)).toLocalDate();
    }
}
