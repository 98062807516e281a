package care.trellis.access;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.base.Requires;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own account: password, recovery codes, and where one is signed in. */
@Controller
class OwnAccountController {

    private final OwnAccount own;
    private final SignInSessions sessions;
    private final SessionCookie cookie;
    private final Clock clock;

    OwnAccountController(
            OwnAccount own, SignInSessions sessions, SessionCookie cookie, Clock clock) {
        this.own = own;
        this.sessions = sessions;
        this.cookie = cookie;
        this.clock = clock;
    }

    @GetMapping("/account")
    @Requires(value = Action.OWN_ACCOUNT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView page(Permit permit, Frame frame, HttpServletRequest request) {
        return page(permit, frame, request, "", List.of());
    }

    /** Says that somebody is still there: a page whose session is about to end asks here. */
    @GetMapping("/session")
    @Requires(Action.OWN_ACCOUNT)
    ResponseEntity<Void> stay() {
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/account/password")
    @Requires(value = Action.OWN_ACCOUNT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView changePassword(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String passwordAgain,
            Permit permit,
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response) {
        Change<String> outcome =
                password.equals(passwordAgain)
                        ? own.changePassword(permit, current, password)
                        : Change.refused(
                                "passwordAgain", "PASSWORDS_DIFFER", "The two passwords differ.");
        return switch (outcome) {
            case Change.Refused<String>(var problems) ->
                    Saving.refused(page(permit, frame, request, "password", problems));
            case Change.Done<String>(var token) -> {
                cookie.write(request, response, token);
                yield new ModelAndView("redirect:/account");
            }
        };
    }

    @PostMapping("/account/recovery-codes")
    @Requires(value = Action.OWN_ACCOUNT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView newRecoveryCodes(
            @RequestParam(defaultValue = "") String current,
            Permit permit,
            Frame frame,
            HttpServletRequest request) {
        return switch (own.newRecoveryCodes(permit, current)) {
            case Change.Refused<List<String>>(var problems) ->
                    Saving.refused(page(permit, frame, request, "codes", problems));
            case Change.Done<List<String>>(var codes) ->
                    SignInController.recoveryCodes(codes, "/account");
        };
    }

    @PostMapping("/account/sessions/end")
    @Requires(value = Action.OWN_ACCOUNT, purpose = Permit.Purpose.OPERATIONS)
    String endSession(@RequestParam(defaultValue = "") String handle, Permit permit) {
        sessions.endMine(permit.organization(), permit.actor().account(), handle);
        return "redirect:/account";
    }

    private ModelAndView page(
            Permit permit,
            Frame frame,
            HttpServletRequest request,
            String wrong,
            List<Problem> problems) {
        String current = cookie.read(request).map(SignInSessions::handle).orElse("");
        var mine =
                sessions.mine(permit.organization(), permit.actor().account()).stream()
                        .map(it ->
                                List.of(
                                        it.handle(),
                                        ago(it.since()),
                                        ago(it.activeAt()),
                                        it.handle().equals(current) ? "this" : ""))
                        .toList();
        return new ModelAndView(
                "access/account",
                Map.of(
                        "frame", frame,
                        "codesLeft", own.recoveryCodesLeft(permit),
                        "sessions", mine,
                        "passwordForm", form("password", wrong, problems),
                        "codesForm", form("codes", wrong, problems)));
    }

    private static Form form(String which, String wrong, List<Problem> problems) {
        return which.equals(wrong) ? Form.empty().refused(problems) : Form.empty();
    }

    private String ago(Instant instant) {
        long minutes = Math.max(0, Duration.between(instant, clock.instant()).toMinutes());
        return minutes < 1
                ? "just now"
                : minutes < 60 ? minutes + " min ago" : minutes / 60 + " h ago";
    }
}
