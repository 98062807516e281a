package care.trellis.kiosk;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.web.Csrf;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Lets the requests of paired devices in, inside their organization. */
@Component
public class Gate {

    private final Devices devices;
    private final DeviceCookie cookie;

    Gate(Devices devices, DeviceCookie cookie) {
        this.devices = devices;
        this.cookie = cookie;
    }

    /** Does the work for the device; the page of a browser that is none, where it is none. */
    public ModelAndView held(
            HttpServletRequest request,
            HttpServletResponse response,
            Function<Device, ModelAndView> work) {
        var device = cookie.read(request).flatMap(devices::find);
        if (device.isEmpty()) {
            cookie.clear(response);
            response.setHeader("HX-Redirect", "/kiosk");
            var page = new ModelAndView("kiosk/unpaired");
            page.setStatus(HttpStatus.NOT_FOUND);
            return page;
        }
        return OrganizationContext.in(device.get().organization(), () -> work.apply(device.get()));
    }

    /** The permit of a device to show its site's shift. */
    public static Permit mayView(Device device) {
        return Access.device(
                device.organization(),
                device.id().value(),
                device.site(),
                Action.SHIFT_VIEW,
                new Resource(Resource.Kind.SITE, device.site()));
    }

    /** The token that the device's requests bring back. */
    public static Csrf csrf(CsrfToken token) {
        return new Csrf(token.getHeaderName(), token.getParameterName(), token.getToken());
    }
}
