package care.trellis.whiteboard.web;

import care.trellis.base.SignedOut;
import care.trellis.kiosk.Device;
import care.trellis.kiosk.Gate;
import care.trellis.kiosk.WallCodes;
import care.trellis.whiteboard.Shifts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The display on the wall: it is paired like a kiosk, and shows what everybody may read. */
@Controller
class WallController {

    private final Gate gate;
    private final Shifts shifts;
    private final ShiftViews views;
    private final WallCodes codes;

    WallController(Gate gate, Shifts shifts, ShiftViews views, WallCodes codes) {
        this.gate = gate;
        this.shifts = shifts;
        this.views = views;
        this.codes = codes;
    }

    @GetMapping("/wall")
    @SignedOut
    ModelAndView page(HttpServletRequest request, HttpServletResponse response) {
        return show(request, response, "whiteboard/wall");
    }

    @GetMapping("/wall/now")
    @SignedOut
    ModelAndView now(HttpServletRequest request, HttpServletResponse response) {
        return show(request, response, "whiteboard/wallNow");
    }

    private ModelAndView show(
            HttpServletRequest request, HttpServletResponse response, String template) {
        return gate.held(
                request,
                response,
                device -> {
                    if (device.kind() != Device.Kind.WALL) {
                        return new ModelAndView("redirect:" + device.kind().path());
                    }
                    return new ModelAndView(
                            template,
                            Map.of(
                                    "view",
                                    views.wall(shifts.now(Gate.mayView(device), device.site())),
                                    "code",
                                    codes.of(request, device)));
                });
    }
}
