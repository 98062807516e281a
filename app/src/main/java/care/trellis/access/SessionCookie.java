package care.trellis.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * The session cookie: {@code __Host-} over TLS; a plain name only on the loopback address, where
 * there is no TLS. With each new session comes a new CSRF token, so that whoever planted or read
 * one before the sign-in holds nothing after it.
 */
@Component
class SessionCookie {

    private final boolean secure;
    private final CsrfTokenRepository tokens;
    private final String name;

    SessionCookie(@Value("${trellis.secure:false}") boolean secure, CsrfTokenRepository tokens) {
        this.secure = secure;
        this.tokens = tokens;
        this.name = secure ? "__Host-session" : "session";
    }

    Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    void write(HttpServletRequest request, HttpServletResponse response, String token) {
        tokens.saveToken(tokens.generateToken(request), request, response);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(token).build().toString());
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        tokens.saveToken(null, request, response);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("").maxAge(0).build().toString());
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax");
    }
}
