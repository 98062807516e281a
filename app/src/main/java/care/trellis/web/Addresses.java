package care.trellis.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Whole addresses, for links that people hand on: below the address that the operator declared
 * (TRELLIS_BASE_URL), else below the one that this request came to. Such a link is only ever shown
 * to the administrator who asked for it; nothing is sent.
 */
@Component
public class Addresses {

    private final String declared;

    Addresses(@Value("${trellis.base-url:}") String declared) {
        this.declared = declared.strip().replaceAll("/+$", "");
    }

    /** The whole address of a path of this program. */
    public String of(HttpServletRequest request, String path) {
        var base =
                declared.isEmpty()
                        ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                        : declared;
        return base + path;
    }
}
