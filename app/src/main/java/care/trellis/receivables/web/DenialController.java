package care.trellis.receivables.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Money;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.billing.ClaimId;
import care.trellis.billing.LeftOut;
import care.trellis.billing.Missing;
import care.trellis.billing.Resend;
import care.trellis.billing.Submission;
import care.trellis.documents.Documents;
import care.trellis.organizations.HomeTime;
import care.trellis.receivables.Decision;
import care.trellis.receivables.Decisions;
import care.trellis.receivables.Denials;
import care.trellis.receivables.Outcome;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.When;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Denials: the list in the order of work, and one of them with everything that can be done. */
@Controller
@RequestMapping("/denials")
class DenialController {

    private final Denials denials;
    private final Decisions decisions;
    private final DenialViews views;
    private final Letters letters;
    private final Documents documents;
    private final Access access;
    private final HomeTime home;
    private final Clock clock;

    DenialController(
            Denials denials,
            Decisions decisions,
            DenialViews views,
            Letters letters,
            Documents documents,
            Access access,
            HomeTime home,
            Clock clock) {
        this.denials = denials;
        this.decisions = decisions;
        this.views = views;
        this.letters = letters;
        this.documents = documents;
        this.access = access;
        this.home = home;
        this.clock = clock;
    }

    @GetMapping
    @Requires(value = Action.DENIAL_VIEW, purpose = Permit.Purpose.PAYMENT)
    ModelAndView list(Permit permit, Frame frame, @RequestParam(defaultValue = "") String tab) {
        var list = denials.worklist(permit);
        var page = frame.page("denials", "Denials", "");
        boolean mayWork = access.mayByRole(permit.actor(), Action.DENIAL_WORK);
        if (tab.equals("finished")) {
            return new ModelAndView(
                    "receivables/finished",
                    Map.of("page", page, "view", FinishedView.of(list, mayWork)));
        }
        var asOf = When.full(clock.instant(), home.zone());
        return new ModelAndView(
                "receivables/denials",
                Map.of(
                        "page",
                        page,
                        "view",
                        WorklistViews.page(list, tab.equals("waiting"), asOf, mayWork)));
    }

    @GetMapping("/{claim}")
    @Requires(value = Action.DENIAL_VIEW, purpose = Permit.Purpose.PAYMENT)
    ModelAndView open(
            Permit permit,
            Frame frame,
            @PathVariable ClaimId claim,
            @RequestParam(required = false) @Nullable LocalDate day) {
        return page(permit, frame, claim, day, "");
    }

    private ModelAndView page(
            Permit permit, Frame frame, ClaimId claim, @Nullable LocalDate day, String problem) {
        var view = views.page(permit, denials.open(permit, claim), day, problem);
        var model =
                Map.<String, Object>of(
                        "page", frame.page("denials", "Denial " + view.number(), ""), "view", view);
        return problem.isEmpty()
                ? new ModelAndView("receivables/denial", model)
                : Saving.refused(new ModelAndView("receivables/denial", model));
    }

    @PostMapping("/{claim}/owner")
    @Requires(value = Action.DENIAL_WORK, purpose = Permit.Purpose.PAYMENT)
    String own(Permit permit, @PathVariable ClaimId claim, @RequestParam boolean take) {
        if (take) {
            denials.take(permit, claim);
        } else {
            denials.giveBack(permit, claim);
        }
        return "redirect:/denials/" + claim.value();
    }

    @PostMapping("/{claim}/steps")
    @Requires(value = Action.DENIAL_WORK, purpose = Permit.Purpose.PAYMENT)
    String step(
            Permit permit,
            @PathVariable ClaimId claim,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean appealed) {
        if (appealed) {
            denials.appealed(permit, key, claim, words);
        } else if (!words.isBlank()) {
            denials.note(permit, key, claim, words);
        }
        return "redirect:/denials/" + claim.value();
    }

    @PostMapping("/{claim}/decisions")
    @Requires(value = Action.DENIAL_WORK, purpose = Permit.Purpose.PAYMENT)
    ModelAndView ask(
            Permit permit,
            Frame frame,
            @PathVariable ClaimId claim,
            @RequestParam UUID key,
            @RequestParam Decision.Kind kind,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String reason) {
        var cents = cents(amount);
        if (cents == null) {
            return page(permit, frame, claim, null, "Type the amount in dollars, such as 126.50.");
        }
        if (reason.isBlank()) {
            return page(permit, frame, claim, null, "Say why: the second person reads it.");
        }
        return switch (decisions.ask(permit, key, claim, kind, new Money(cents), reason)) {
            case Outcome.Done ignored -> new ModelAndView("redirect:/denials/" + claim.value());
            case Outcome.Refused(var why) -> page(permit, frame, claim, null, why);
        };
    }

    private static @Nullable Long cents(String dollars) {
        var text = dollars.strip().replace("$", "").replace(",", "");
        return text.matches("[0-9]{1,9}(\\.[0-9]{1,2})?")
                ? new BigDecimal(text).movePointRight(2).longValueExact()
                : null;
    }

    /** Sends one or several again. What stays here is named with the page that mends it. */
    @PostMapping("/resend")
    @Requires(value = Action.DENIAL_WORK, purpose = Permit.Purpose.PAYMENT)
    ModelAndView resend(
            Permit permit,
            Frame frame,
            @RequestParam UUID key,
            @RequestParam Resend how,
            @RequestParam(defaultValue = "") List<String> claim) {
        var submit =
                access.decide(permit.actor(), Action.CLAIM_SUBMIT, Permit.Purpose.PAYMENT, null)
                        .orElseThrow();
        var chosen = claim.stream().filter(one -> !one.isEmpty()).map(ClaimId::of).toList();
        var results = denials.resend(permit, submit, key, chosen, how);
        return new ModelAndView(
                "receivables/resent",
                Map.of(
                        "page",
                        frame.page("denials", "Sent again", "Denials"),
                        "sent",
                        results.values().stream().filter(Submission.Sent.class::isInstance).count(),
                        "left",
                        results.values().stream()
                                .flatMap(result -> leftOut(result).stream())
                                .map(DenialController::left)
                                .toList()));
    }

    private static List<LeftOut> leftOut(Submission result) {
        return switch (result) {
            case Submission.Sent sent -> sent.leftOut();
            case Submission.NothingSent nothing -> nothing.leftOut();
        };
    }

    private static LeftView left(LeftOut left) {
        return new LeftView(
                left.name(),
                Words.span(left.from(), left.through()),
                left.missing().stream().map(Missing::words).collect(Collectors.joining(" ")),
                left.missing().isEmpty() ? "" : left.missing().getFirst().path());
    }

    @PostMapping("/{claim}/close")
    @Requires(value = Action.DENIAL_WORK, purpose = Permit.Purpose.PAYMENT)
    String close(
            Permit permit,
            @PathVariable ClaimId claim,
            @RequestParam care.trellis.receivables.Prevention prevention,
            @RequestParam(defaultValue = "") String words) {
        denials.close(permit, claim, prevention, words);
        return "redirect:/denials?tab=finished";
    }

    /** A letter of appeal, filled from the record; there is none while nothing may leave. */
    @GetMapping("/{claim}/letter")
    @Requires(value = Action.DENIAL_WORK, purpose = Permit.Purpose.PAYMENT)
    ResponseEntity<byte[]> letter(Permit permit, Frame frame, @PathVariable ClaimId claim) {
        if (!denials.mayLeave(permit, claim)) {
            throw new NotFound();
        }
        var view = letters.of(permit, denials.open(permit, claim), frame.organization());
        return documents.answer("appeal", "receivables/letter", Map.of("view", view));
    }
}
