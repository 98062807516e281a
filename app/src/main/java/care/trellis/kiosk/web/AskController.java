package care.trellis.kiosk.web;

import care.trellis.base.Ids;
import care.trellis.base.SignedOut;
import care.trellis.kiosk.Asking;
import care.trellis.kiosk.Device;
import care.trellis.kiosk.Gate;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the tablet asks after the check-in, and the button for who is not OK. */
@Controller
@RequestMapping("/kiosk")
class AskController {

    private final Gate gate;
    private final Screens screens;
    private final Asking asking;

    AskController(Gate gate, Screens screens, Asking asking) {
        this.gate = gate;
        this.screens = screens;
        this.asking = asking;
    }

    @PostMapping("/mood")
    @SignedOut
    ModelAndView mood(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String visit,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String mood) {
        return screens.show(
                request, response, device -> Screen.scale(Screen.Kind.CRAVING, name, visit, mood));
    }

    @PostMapping("/craving")
    @SignedOut
    ModelAndView craving(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String visit,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "-1") int mood,
            @RequestParam(defaultValue = "-1") int craving,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
        return screens.show(
                request,
                response,
                device -> {
                    asking.keep(device, Ids.orNew(key), visit, mood, craving);
                    return asking.due(device, visit).isEmpty()
                            ? welcome(device, visit, name)
                            : Screen.at(Screen.Kind.MEASURE, name, visit, "");
                });
    }

    /** What was asked is skipped: only where to go is said. */
    @PostMapping("/place")
    @SignedOut
    ModelAndView place(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String visit,
            @RequestParam(defaultValue = "") String name) {
        return screens.show(request, response, device -> welcome(device, visit, name));
    }

    /** Hands the tablet over to what is due; its page takes the screen. */
    @PostMapping("/measures")
    @SignedOut
    ModelAndView measure(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String visit,
            @RequestParam(defaultValue = "") String name,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
        return gate.held(
                request,
                response,
                device -> {
                    var path = asking.give(device, Ids.orNew(key), visit);
                    path.ifPresent(there -> response.setHeader("Trellis-Go", there));
                    return Screens.part(
                            path.isPresent()
                                    ? Screen.of(Screen.Kind.WELCOME)
                                    : welcome(device, visit, name));
                });
    }

    @PostMapping("/help")
    @SignedOut
    ModelAndView notOk(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String visit,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
        return screens.show(
                request,
                response,
                device -> {
                    asking.notOk(device, Ids.orNew(key), visit);
                    return Screen.of(Screen.Kind.HELP);
                });
    }

    private Screen welcome(Device device, String visit, String name) {
        return asking.place(device, visit)
                .map(place -> Screen.at(Screen.Kind.WELCOME, name, visit, Screens.words(place)))
                .orElseGet(() -> Screen.of(Screen.Kind.DESK));
    }
}
