package care.trellis.messages.web;

import care.trellis.access.Attempts;
import care.trellis.base.SignedOut;
import care.trellis.messages.Incoming;
import care.trellis.web.Csrf;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page behind the link under a mail. It says nothing of whose address it is, nor from whom; the
 * same page stands for a link that is not one of ours.
 */
@Controller
@RequestMapping("/stop/{token}")
class StopController {

    private final Incoming incoming;
    private final Attempts attempts;

    StopController(Incoming incoming, Attempts attempts) {
        this.incoming = incoming;
        this.attempts = attempts;
    }

    @GetMapping
    @SignedOut
    ModelAndView ask(@PathVariable String token, CsrfToken csrf) {
        return page(token, csrf, incoming.knowsLink(token) ? "ask" : "gone");
    }

    @PostMapping
    @SignedOut
    ModelAndView stop(
            @PathVariable String token,
            CsrfToken csrf,
            HttpServletRequest request,
            HttpServletResponse response) {
        return attempts.make(
                request,
                response,
                () -> {
                    if (incoming.stopByLink(token)) {
                        return page(token, csrf, "done");
                    }
                    var gone = page(token, csrf, "gone");
                    gone.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                    return gone;
                },
                words -> page(token, csrf, "gone"));
    }

    private static ModelAndView page(String token, CsrfToken csrf, String state) {
        return new ModelAndView(
                "messages/stop",
                Map.of(
                        "csrf",
                        new Csrf(csrf.getHeaderName(), csrf.getParameterName(), csrf.getToken()),
                        "path",
                        "/stop/" + token,
                        "state",
                        state));
    }
}
