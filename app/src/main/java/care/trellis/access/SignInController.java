package care.trellis.access;

import care.trellis.access.SignInSessions.Session;
import care.trellis.access.SignInSessions.Strength;
import care.trellis.base.Action;
import care.trellis.base.Requires;
import care.trellis.base.SignedOut;
import care.trellis.web.Csrf;
import care.trellis.web.QrCode;
import care.trellis.web.Saving;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages of signing in. They stand in the room's own package because they hold session tokens,
 * which no other code may see.
 */
@Controller
class SignInController {

    private static final String HOME = "redirect:/";
    private static final String REFUSED =
            "E-mail and password do not match, or the account is locked. After ten wrong attempts an administrator has to unlock it.";
    private static final String WRONG_CODE =
            "This code is not right, or was used already. Wait for the next one and try again.";

    private static final String WRONG_RECOVERY_CODE =
            "This recovery code is not right, or was used already.";

    private final SignIn signIn;
    private final Enrollment enrollment;
    private final FirstRun firstRun;
    private final SignInSessions sessions;
    private final SessionCookie cookie;
    private final Attempts attempts;

    SignInController(
            SignIn signIn,
            Enrollment enrollment,
            FirstRun firstRun,
            SignInSessions sessions,
            SessionCookie cookie,
            Attempts attempts) {
        this.signIn = signIn;
        this.enrollment = enrollment;
        this.firstRun = firstRun;
        this.sessions = sessions;
        this.cookie = cookie;
        this.attempts = attempts;
    }

    /** Answers 200 as soon as the program is ready, set up or not: health checks ask here. */
    @GetMapping("/sign-in")
    @SignedOut
    ModelAndView page(CsrfToken token) {
        if (RequiresInterceptor.signedIn().isPresent()) {
            return new ModelAndView(HOME);
        }
        return firstRun.open() ? new ModelAndView("access/unfounded") : password(token, "", "");
    }

    @PostMapping("/sign-in")
    @SignedOut
    ModelAndView password(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            CsrfToken token,
            HttpServletRequest request,
            HttpServletResponse response) {
        return attempts.make(
                request,
                response,
                () -> {
                    var step = signIn.password(email, password);
                    cookie.read(request).ifPresent(sessions::end);
                    return follow(step, request, response)
                            .orElseGet(() -> Saving.refused(password(token, email, REFUSED)));
                },
                words -> password(token, email, words));
    }

    @GetMapping("/sign-in/code")
    @SignedOut
    ModelAndView code(
            CsrfToken token,
            @RequestAttribute(name = SessionFilter.SESSION, required = false)
                    @Nullable Session session) {
        return session != null && half(session)
                ? code(token, session, "", "")
                : new ModelAndView("redirect:/sign-in");
    }

    @PostMapping("/sign-in/code")
    @SignedOut
    ModelAndView code(
            @RequestParam(defaultValue = "") String code,
            CsrfToken token,
            @RequestAttribute(name = SessionFilter.SESSION, required = false)
                    @Nullable Session session,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (session == null || !half(session)) {
            return new ModelAndView("redirect:/sign-in");
        }
        var half = cookie.read(request).orElseThrow();
        return attempts.make(
                request,
                response,
                () ->
                        follow(signIn.code(session, half, code), request, response)
                                .orElseGet(
                                        () -> Saving.refused(code(token, session, WRONG_CODE, ""))),
                words -> code(token, session, words, ""));
    }

    @PostMapping("/sign-in/recovery-code")
    @SignedOut
    ModelAndView recoveryCode(
            @RequestParam(defaultValue = "") String recoveryCode,
            CsrfToken token,
            @RequestAttribute(name = SessionFilter.SESSION, required = false)
                    @Nullable Session session,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (session == null || !half(session)) {
            return new ModelAndView("redirect:/sign-in");
        }
        var half = cookie.read(request).orElseThrow();
        return attempts.make(
                request,
                response,
                () ->
                        follow(signIn.recoveryCode(session, half, recoveryCode), request, response)
                                .orElseGet(() ->
                                        Saving.refused(
                                                code(token, session, "", WRONG_RECOVERY_CODE))),
                words -> code(token, session, "", words));
    }

    @GetMapping("/sign-in/enroll")
    @SignedOut
    ModelAndView enroll(
            CsrfToken token,
            @RequestAttribute(name = SessionFilter.SESSION, required = false)
                    @Nullable Session session) {
        return session != null && half(session)
                ? enroll(token, session, "")
                : new ModelAndView("redirect:/sign-in");
    }

    @PostMapping("/sign-in/enroll")
    @SignedOut
    ModelAndView enroll(
            @RequestParam(defaultValue = "") String code,
            CsrfToken token,
            @RequestAttribute(name = SessionFilter.SESSION, required = false)
                    @Nullable Session session,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (session == null || !half(session)) {
            return new ModelAndView("redirect:/sign-in");
        }
        var codes = enrollment.confirm(session, code);
        if (codes.isEmpty()) {
            return Saving.refused(enroll(token, session, WRONG_CODE));
        }
        var half = cookie.read(request).orElseThrow();
        cookie.write(request, response, signIn.complete(session, half));
        return recoveryCodes(codes.get(), "/");
    }

    /** Ends the session at once, everywhere. */
    @PostMapping("/sign-out")
    @Requires(Action.OWN_ACCOUNT)
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(sessions::end);
        cookie.clear(request, response);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        return "redirect:/sign-in";
    }

    static ModelAndView recoveryCodes(List<String> codes, String next) {
        return new ModelAndView("access/recoveryCodes", Map.of("codes", codes, "next", next));
    }

    /**
     * Where the sign-in goes on, with the cookie of the new session; nothing where it was refused.
     */
    private Optional<ModelAndView> follow(
            SignInStep step, HttpServletRequest request, HttpServletResponse response) {
        return switch (step) {
            case SignInStep.Refused() -> Optional.empty();
            case SignInStep.NeedsCode(var next) ->
                    go(request, response, next, "redirect:/sign-in/code");
            case SignInStep.NeedsEnrollment(var next) ->
                    go(request, response, next, "redirect:/sign-in/enroll");
            case SignInStep.SignedIn(var next) -> go(request, response, next, HOME);
        };
    }

    private Optional<ModelAndView> go(
            HttpServletRequest request, HttpServletResponse response, String token, String view) {
        cookie.write(request, response, token);
        return Optional.of(new ModelAndView(view));
    }

    private static ModelAndView password(CsrfToken token, String email, String error) {
        return new ModelAndView(
                "access/signIn", Map.of("csrf", csrf(token), "email", email, "error", error));
    }

    private ModelAndView code(
            CsrfToken token, Session session, String error, String recoveryError) {
        return new ModelAndView(
                "access/code",
                Map.of(
                        "csrf",
                        csrf(token),
                        "error",
                        error,
                        "recoveryError",
                        recoveryError,
                        "demoCode",
                        signIn.demoCode(session).orElse("")));
    }

    private ModelAndView enroll(CsrfToken token, Session session, String error) {
        var offer = enrollment.offer(session);
        var picture = QrCode.of(offer.uri());
        return new ModelAndView(
                "access/enroll",
                Map.of(
                        "csrf", csrf(token),
                        "error", error,
                        "secret", offer.text(),
                        "size", picture.size(),
                        "path", picture.path()));
    }

    static Csrf csrf(CsrfToken token) {
        return new Csrf(token.getHeaderName(), token.getParameterName(), token.getToken());
    }

    private static boolean half(Session session) {
        return session.strength() == Strength.PASSWORD;
    }
}
