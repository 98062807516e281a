package care.trellis.billing.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.billing.ClaimGroup;
import care.trellis.billing.ClaimId;
import care.trellis.billing.ClaimStatuses;
import care.trellis.billing.Claims;
import care.trellis.billing.Corrections;
import care.trellis.billing.FileId;
import care.trellis.billing.Missing;
import care.trellis.billing.PaperClaims;
import care.trellis.billing.Resend;
import care.trellis.documents.Documents;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Frame;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Claims: what can go out, what went out, what became of it. */
@Controller
@RequestMapping("/claims")
class ClaimController {

    private final Claims claims;
    private final Corrections corrections;
    private final PaperClaims paper;
    private final ClaimStatuses statuses;
    private final HomeTime home;
    private final Access access;

    ClaimController(
            Claims claims,
            Corrections corrections,
            PaperClaims paper,
            ClaimStatuses statuses,
            HomeTime home,
            Access access) {
        this.paper = paper;
        this.statuses = statuses;
        this.home = home;
        this.claims = claims;
        this.corrections = corrections;
        this.access = access;
    }

    @GetMapping
    @Requires(value = Action.CLAIM_VIEW, purpose = Permit.Purpose.PAYMENT)
    ModelAndView list(
            Permit permit,
            Frame frame,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "") String reason) {
        var shown = frame.page("claims", "Claims", "");
        var counts = claims.counts(permit);
        var group =
                Arrays.stream(ClaimGroup.values())
                        .filter(it -> it.name().equalsIgnoreCase(tab))
                        .findFirst();
        if (group.isPresent()) {
            int at = Math.max(0, page);
            return new ModelAndView(
                    "billing/claimList",
                    Map.of(
                            "page",
                            shown,
                            "view",
                            ClaimViews.list(
                                    group.get(),
                                    counts,
                                    claims.list(permit, group.get(), at),
                                    group.get() == ClaimGroup.SENT
                                            ? claims.files(permit)
                                            : List.of(),
                                    at,
                                    home.today(),
                                    home.zone())));
        }
        return new ModelAndView(
                "billing/claims",
                Map.of(
                        "page",
                        shown,
                        "view",
                        ClaimViews.page(
                                claims.ready(permit),
                                counts,
                                access.mayByRole(permit.actor(), Action.CLAIM_SUBMIT),
                                reason,
                                home.today())));
    }

    /** Shows what came of it; sent again with the same key, it shows the same. */
    @PostMapping
    @Requires(value = Action.CLAIM_SUBMIT, purpose = Permit.Purpose.PAYMENT)
    ModelAndView submit(
            Permit permit,
            Frame frame,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "") List<String> late) {
        var days =
                chosen.stream()
                        .filter(one -> !one.isEmpty())
                        .map(one -> ClaimViews.chosen(one, late))
                        .toList();
        return new ModelAndView(
                "billing/submitted",
                Map.of(
                        "page",
                        frame.page("claims", "Claim files", "Claims"),
                        "view",
                        ClaimViews.submitted(claims.submit(permit, key, days), home.zone())));
    }

    @GetMapping("/{claim}")
    @Requires(value = Action.CLAIM_VIEW, purpose = Permit.Purpose.PAYMENT)
    ModelAndView open(Permit permit, Frame frame, @PathVariable ClaimId claim) {
        return page(permit, frame, claim, List.of());
    }

    /** Asks the payer where it stands; what keeps the question here is said on the page. */
    @PostMapping("/{claim}/status")
    @Requires(value = Action.CLAIM_SUBMIT, purpose = Permit.Purpose.PAYMENT)
    ModelAndView ask(
            Permit permit, Frame frame, @PathVariable ClaimId claim, @RequestParam UUID key) {
        var missing = statuses.ask(permit, key, claim);
        return missing.isEmpty()
                ? new ModelAndView("redirect:/claims/" + claim.value() + "#status")
                : page(permit, frame, claim, missing);
    }

    private ModelAndView page(Permit permit, Frame frame, ClaimId claim, List<Missing> problems) {
        var maySubmit = access.mayByRole(permit.actor(), Action.CLAIM_SUBMIT);
        var view =
                ClaimViews.detail(
                        claims.open(permit, claim),
                        statuses.of(permit, claim),
                        problems,
                        maySubmit,
                        corrections.filing(permit, claim),
                        home.today(),
                        home.zone());
        return new ModelAndView(
                "billing/claim",
                Map.of(
                        "page",
                        frame.page("claims", "Claim " + view.number(), "Claims"),
                        "view",
                        view));
    }

    /** Sends a claim again; what keeps it here is named with the page that mends it. */
    @PostMapping("/{claim}/again")
    @Requires(value = Action.CLAIM_SUBMIT, purpose = Permit.Purpose.PAYMENT)
    ModelAndView again(
            Permit permit,
            Frame frame,
            @PathVariable ClaimId claim,
            @RequestParam UUID key,
            @RequestParam Resend how,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean acknowledged,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String number) {
        var delay = new LateForm(reason, acknowledged, way, number).delay();
        return new ModelAndView(
                "billing/submitted",
                Map.of(
                        "page",
                        frame.page("claims", "Claim files", "Claims"),
                        "view",
                        ClaimViews.submitted(
                                corrections.resend(permit, key, claim, how, delay), home.zone())));
    }

    /** The claim on its paper form: to look at, the text alone for a printed form, or crosses. */
    @GetMapping("/{claim}/form.pdf")
    @Requires(value = Action.CLAIM_SUBMIT, purpose = Permit.Purpose.PAYMENT)
    ResponseEntity<byte[]> form(
            Permit permit,
            @PathVariable ClaimId claim,
            @RequestParam(defaultValue = "false") boolean print,
            @RequestParam(defaultValue = "false") boolean test) {
        return test
                ? Documents.answer("test-print", paper.testPrint(permit, claim))
                : Documents.answer("claim-form", paper.pdf(permit, claim, !print));
    }

    @GetMapping("/files/{file}")
    @Requires(value = Action.CLAIM_VIEW, purpose = Permit.Purpose.PAYMENT)
    ResponseEntity<byte[]> download(Permit permit, @PathVariable FileId file) {
        var kept = claims.download(permit, file);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(kept.name()).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(kept.content());
    }
}
