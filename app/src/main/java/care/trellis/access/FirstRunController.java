package care.trellis.access;

import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Problem;
import care.trellis.base.Problems;
import care.trellis.base.Role;
import care.trellis.base.SignedOut;
import care.trellis.organizations.BillingIdentity;
import care.trellis.web.Form;
import care.trellis.web.Saving;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page that sets an empty installation up. Once that is done it is not found. */
@Controller
class FirstRunController {

    private final FirstRun firstRun;
    private final Attempts attempts;

    FirstRunController(FirstRun firstRun, Attempts attempts) {
        this.firstRun = firstRun;
        this.attempts = attempts;
    }

    @GetMapping("/first-run")
    @SignedOut
    ModelAndView page(CsrfToken token) {
        requireOpen();
        return page(token, Form.empty().with("director", true));
    }

    @PostMapping("/first-run")
    @SignedOut
    ModelAndView found(
            @RequestParam MultiValueMap<String, String> sent,
            CsrfToken token,
            HttpServletRequest request,
            HttpServletResponse response) {
        requireOpen();
        var form = Form.typed(sent);
        return attempts.make(
                request,
                response,
                () -> found(form, token),
                words ->
                        page(
                                token,
                                form.refused(
                                        List.of(new Problem("", "TOO_MANY_ATTEMPTS", words)))));
    }

    private ModelAndView found(Form form, CsrfToken token) {
        var same =
                new Problems()
                        .require(
                                form.value("password").equals(form.value("passwordAgain")),
                                "passwordAgain",
                                "PASSWORDS_DIFFER",
                                "The two passwords differ.");
        Change<Founding.Founded> outcome = same.none() ? found(form) : same.refused();
        return switch (outcome) {
            case Change.Done<Founding.Founded> _ -> new ModelAndView("redirect:/sign-in");
            case Change.Refused<Founding.Founded>(var problems) ->
                    Saving.refused(page(token, form.refused(renamed(problems))));
        };
    }

    private Change<Founding.Founded> found(Form form) {
        Set<Role> roles = EnumSet.of(Role.ADMINISTRATOR);
        if (form.ticked("director")) {
            roles.add(Role.DIRECTOR);
        }
        return firstRun.found(
                form.value("code"),
                BillingIdentity.named(form.value("organization")),
                new NewAccount(form.value("email"), form.value("person"), roles, Set.of(), null),
                form.value("password"));
    }

    /** Both the organization and the person have a field called name; here they stand together. */
    private static List<Problem> renamed(List<Problem> problems) {
        return problems.stream()
                .map(it ->
                        it.field().equals("name")
                                ? new Problem(
                                        it.message().contains("organization")
                                                ? "organization"
                                                : "person",
                                        it.code(),
                                        it.message())
                                : it)
                .toList();
    }

    private void requireOpen() {
        if (!firstRun.open()) {
            throw new NotFound();
        }
    }

    private static ModelAndView page(CsrfToken token, Form form) {
        return new ModelAndView(
                "access/firstRun", Map.of("csrf", SignInController.csrf(token), "form", form));
    }
}
