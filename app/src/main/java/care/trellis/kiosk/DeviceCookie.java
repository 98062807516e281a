package care.trellis.kiosk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** What makes a browser a device. No script can read it, and no other site can make it sent. */
@Component
public class DeviceCookie {

    /** The longest that browsers keep one (RFC 6265bis, 5.5). */
    private static final Duration KEPT = Duration.ofDays(400);

    private final boolean secure;
    private final String name;

    DeviceCookie(@Value("${trellis.secure:false}") boolean secure) {
        this.secure = secure;
        this.name = secure ? "__Host-device" : "device";
    }

    /** The device's secret; nothing where this browser is none. */
    public Optional<String> read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, name);
        return cookie == null || cookie.getValue().isEmpty()
                ? Optional.empty()
                : Optional.of(cookie.getValue());
    }

    /** This browser is the device from now on. */
    public void write(HttpServletResponse response, String secret) {
        add(response, secret, KEPT);
    }

    /** The browser is none any more. */
    public void clear(HttpServletResponse response) {
        add(response, "", Duration.ZERO);
    }

    private void add(HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Strict")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
