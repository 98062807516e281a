package care.trellis.chain;

import care.trellis.approvals.Approvals;
import care.trellis.authorizations.AuthorizationId;
import care.trellis.authorizations.Authorizations;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
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

/** Asks the payer of an authorization by file. */
@Controller
@RequestMapping("/clients/{client}/authorizations/{authorization}/requests")
class ApprovalController {

    private final Approvals approvals;
    private final Authorizations authorizations;
    private final ReviewViews views;
    private final HomeTime home;

    ApprovalController(
            Approvals approvals, Authorizations authorizations, ReviewViews views, HomeTime home) {
        this.approvals = approvals;
        this.authorizations = authorizations;
        this.views = views;
        this.home = home;
    }

    /** Sends it; what keeps it here is said on the page. */
    @PostMapping
    @Requires(
            value = Action.AUTHORIZATION_EDIT,
            purpose = Permit.Purpose.PAYMENT,
            client = "client")
    ModelAndView ask(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable AuthorizationId authorization,
            @RequestParam UUID key) {
        var problem = approvals.ask(permit, client, authorization, key);
        var found = authorizations.find(permit, client, authorization);
        if (problem.isEmpty()) {
            return new ModelAndView("redirect:" + ReviewViews.base(found) + "/review");
        }
        var view = views.of(permit, found, home.today(), null, problem);
        return Saving.refused(
                new ModelAndView("chain/review", Map.of("frame", frame, "view", view)));
    }

    /** The file as it went out. */
    @GetMapping("/{number}")
    @Requires(
            value = Action.AUTHORIZATION_EDIT,
            purpose = Permit.Purpose.PAYMENT,
            client = "client")
    ResponseEntity<byte[]> download(
            Permit permit,
            @PathVariable ClientId client,
            @PathVariable AuthorizationId authorization,
            @PathVariable long number) {
        var disposition =
                ContentDisposition.attachment().filename("278-%09d.278".formatted(number)).build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(approvals.download(permit, client, authorization, number));
    }
}
