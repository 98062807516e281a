package care.trellis.measures.web;

import care.trellis.access.Attempts;
import care.trellis.base.OrganizationId;
import care.trellis.base.SignedOut;
import care.trellis.measures.Respondents;
import care.trellis.web.Saving;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The tablet in the lobby: it is signed in as nobody, shows no name, and asks for six characters.
 * Wrong ones are counted per network, as at every door that is open to strangers.
 */
@Controller
@RequestMapping("/tablet/{organization}")
class TabletController {

    private final Respondents respondents;
    private final Attempts attempts;

    TabletController(Respondents respondents, Attempts attempts) {
        this.respondents = respondents;
        this.attempts = attempts;
    }

    @GetMapping
    @SignedOut
    ModelAndView page(@PathVariable UUID organization, CsrfToken csrf) {
        return page(organization, csrf, "");
    }

    @PostMapping
    @SignedOut
    ModelAndView take(
            @PathVariable UUID organization,
            @RequestParam(defaultValue = "") String code,
            CsrfToken csrf,
            HttpServletRequest request,
            HttpServletResponse response) {
        return attempts.make(
                request,
                response,
                () -> taken(organization, code, csrf),
                words -> page(organization, csrf, words));
    }

    private ModelAndView taken(UUID organization, String code, CsrfToken csrf) {
        return respondents
                .exchange(new OrganizationId(organization), code)
                .map(token -> new ModelAndView("redirect:/answer/" + token))
                .orElseGet(() -> {
                    return Saving.refused(
                            page(
                                    organization,
                                    csrf,
                                    "This code is not known. Ask for a new one. · Este código no se conoce. Pida uno nuevo."));
                });
    }

    private static ModelAndView page(UUID organization, CsrfToken csrf, String error) {
        return new ModelAndView(
                "measures/ask/tablet",
                Map.of(
                        "csrf",
                        AnswerController.csrf(csrf),
                        "path",
                        "/tablet/" + organization,
                        "error",
                        error));
    }
}
