package care.trellis.access;

import care.trellis.base.Change;
import care.trellis.base.Problem;
import care.trellis.base.SignedOut;
import care.trellis.web.Saving;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages behind a one-time link: joining, a new password, a new second factor. */
@Controller
class InvitationController {

    private final Invitations invitations;
    private final SignIn signIn;
    private final SessionCookie cookie;
    private final Attempts attempts;

    InvitationController(
            Invitations invitations, SignIn signIn, SessionCookie cookie, Attempts attempts) {
        this.invitations = invitations;
        this.signIn = signIn;
        this.cookie = cookie;
        this.attempts = attempts;
    }

    @GetMapping("/invitation/{token}")
    @SignedOut
    ModelAndView page(@PathVariable String token, CsrfToken csrf) {
        return page(token, csrf, List.of());
    }

    @PostMapping("/invitation/{token}")
    @SignedOut
    ModelAndView take(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String passwordAgain,
            CsrfToken csrf,
            HttpServletRequest request,
            HttpServletResponse response) {
        return attempts.make(
                request,
                response,
                () -> taken(token, password, passwordAgain, csrf, request, response),
                words -> page(token, csrf, List.of(new Problem("", "TOO_MANY_ATTEMPTS", words))));
    }

    private ModelAndView taken(
            String token,
            String password,
            String passwordAgain,
            CsrfToken csrf,
            HttpServletRequest request,
            HttpServletResponse response) {
        var opening = invitations.find(token);
        if (opening.isPresent()
                && opening.get().setsPassword()
                && !password.equals(passwordAgain)) {
            var differ =
                    new Problem("passwordAgain", "PASSWORDS_DIFFER", "The two passwords differ.");
            return Saving.refused(page(token, csrf, List.of(differ)));
        }
        return switch (invitations.takeStanding(token, password)) {
            case Change.Refused<Standing>(var problems) ->
                    Saving.refused(page(token, csrf, problems));
            case Change.Done<Standing>(var standing) -> goOn(standing, request, response);
        };
    }

    private ModelAndView goOn(
            Standing standing, HttpServletRequest request, HttpServletResponse response) {
        var step =
                care.trellis.base.OrganizationContext.in(
                        standing.organization(), () -> signIn.afterPassword(standing));
        return switch (step) {
            case SignInStep.NeedsEnrollment(var token) -> go(request, response, token, "enroll");
            case SignInStep.NeedsCode(var token) -> go(request, response, token, "code");
            case SignInStep.SignedIn _, SignInStep.Refused _ ->
                    new ModelAndView("redirect:/sign-in");
        };
    }

    private ModelAndView go(
            HttpServletRequest request, HttpServletResponse response, String token, String page) {
        cookie.write(request, response, token);
        return new ModelAndView("redirect:/sign-in/" + page);
    }

    private ModelAndView page(String token, CsrfToken csrf, List<Problem> problems) {
        var opening = invitations.find(token);
        if (opening.isEmpty()) {
            var gone = new ModelAndView("access/linkGone");
            gone.setStatus(HttpStatus.NOT_FOUND);
            return gone;
        }
        return new ModelAndView(
                "access/invitation",
                Map.of(
                        "csrf", SignInController.csrf(csrf),
                        "opening", opening.get(),
                        "form", care.trellis.web.Form.empty().refused(problems)));
    }
}
