package care.trellis.kiosk.web;

import care.trellis.base.Actor;
import care.trellis.base.SignedOut;
import care.trellis.kiosk.DeviceCookie;
import care.trellis.kiosk.Devices;
import care.trellis.kiosk.Gate;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Makes the browser that opens a pairing link a device. */
@Controller
@RequestMapping("/kiosk/pairing/{link}")
class PairingController {

    private final Devices devices;
    private final DeviceCookie cookie;

    PairingController(Devices devices, DeviceCookie cookie) {
        this.devices = devices;
        this.cookie = cookie;
    }

    @GetMapping
    @SignedOut
    ModelAndView page(@PathVariable String link, CsrfToken csrf) {
        var device = devices.offered(link);
        var model = new HashMap<String, Object>();
        model.put("csrf", Gate.csrf(csrf));
        model.put("path", "/kiosk/pairing/" + link);
        model.put("kind", device.map(it -> it.kind().label()).orElse(""));
        model.put("name", device.map(it -> it.name() + ", " + it.siteName()).orElse(""));
        model.put("signedIn", signedIn());
        var page = new ModelAndView("kiosk/pairing", model);
        page.setStatus(device.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND);
        return page;
    }

    /** A browser in which somebody is signed in does not become a device behind their back. */
    @PostMapping
    @SignedOut
    ModelAndView pair(@PathVariable String link, HttpServletResponse response, CsrfToken csrf) {
        var secret = signedIn() ? java.util.Optional.<String>empty() : devices.pair(link);
        if (secret.isEmpty()) {
            return page(link, csrf);
        }
        cookie.write(response, secret.get());
        return new ModelAndView("redirect:/kiosk");
    }

    private static boolean signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor;
    }
}
