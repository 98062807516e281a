package care.trellis.kiosk.web;

import care.trellis.kiosk.DeviceCookie;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A device cannot be left: from a browser that is one, nothing else answers, the sign-in included.
 * Whoever types another address is back at the first screen.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class OnlyKiosk extends OncePerRequestFilter {

    private static final List<String> ITS_OWN =
            List.of("/kiosk", "/wall", "/answer", "/css/", "/js/", "/fonts/", "/vendor/", "/error");

    /** A questionnaire that nobody answers goes back to the first screen. */
    private static final String BACK = "120;url=/kiosk";

    private static final String SOON = "20;url=/kiosk";

    private final DeviceCookie cookie;

    OnlyKiosk(DeviceCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI();
        if (cookie.read(request).isEmpty()
                || path.endsWith(".svg")
                || ITS_OWN.stream().anyMatch(path::startsWith)) {
            if (path.startsWith("/answer/") && cookie.read(request).isPresent()) {
                response.setHeader("Refresh", path.endsWith("/submission") ? SOON : BACK);
            }
            chain.doFilter(request, response);
        } else if (request.getMethod().equals("GET")) {
            response.sendRedirect("/kiosk");
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
