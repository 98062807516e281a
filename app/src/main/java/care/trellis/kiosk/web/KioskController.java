package care.trellis.kiosk.web;

import care.trellis.attendance.Kind;
import care.trellis.base.SignedOut;
import care.trellis.kiosk.Arrivals;
import care.trellis.kiosk.Clues;
import care.trellis.kiosk.Device;
import care.trellis.kiosk.Gate;
import care.trellis.kiosk.Leaving;
import care.trellis.kiosk.OfflineTap;
import care.trellis.kiosk.OfflineTaps;
import care.trellis.kiosk.WallCodes;
import care.trellis.web.Csrf;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The tablet at the door. One page stays open; each press answers the next screen, which the page
 * puts in place of the last and forgets by itself.
 */
@Controller
@RequestMapping("/kiosk")
class KioskController {

    private final Gate gate;
    private final Screens screens;
    private final Arrivals arrivals;
    private final OfflineTaps offline;
    private final WallCodes wallCodes;

    KioskController(
            Gate gate,
            Screens screens,
            Arrivals arrivals,
            OfflineTaps offline,
            WallCodes wallCodes) {
        this.gate = gate;
        this.screens = screens;
        this.arrivals = arrivals;
        this.offline = offline;
        this.wallCodes = wallCodes;
    }

    @GetMapping
    @SignedOut
    ModelAndView page(HttpServletRequest request, HttpServletResponse response, CsrfToken csrf) {
        return gate.held(
                request,
                response,
                device -> {
                    if (device.kind() != Device.Kind.KIOSK) {
                        return new ModelAndView("redirect:" + device.kind().path());
                    }
                    var model = new HashMap<String, Object>();
                    model.put("csrf", Gate.csrf(csrf));
                    model.put("site", device.siteName());
                    model.put("zone", device.zone().getId());
                    model.put("key", offline.key(device));
                    model.put("code", wallCodes.of(request, device));
                    return new ModelAndView("kiosk/kiosk", model);
                });
    }

    /** The same page without key, token and code: what the browser may keep. */
    @GetMapping("/shell")
    @SignedOut
    ModelAndView shell(Press press) {
        return gate.held(
                press.request(),
                press.response(),
                device -> {
                    var model = new HashMap<String, Object>();
                    model.put("csrf", new Csrf("", "", ""));
                    model.put("site", device.siteName());
                    model.put("zone", device.zone().getId());
                    model.put("key", "");
                    return new ModelAndView("kiosk/kiosk", model);
                });
    }

    /** The script that keeps it. It stands here because it answers for the page above it. */
    @GetMapping("/worker.js")
    @SignedOut
    ResponseEntity<Resource> worker() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.parseMediaType("text/javascript"))
                .header("Service-Worker-Allowed", "/kiosk")
                .body(new ClassPathResource("static/js/kiosk-worker.js"));
    }

    /** Says that the tablet is still one, and which code its screen shows in this minute. */
    @GetMapping("/code")
    @SignedOut
    ModelAndView code(HttpServletRequest request, HttpServletResponse response) {
        return gate.held(
                request,
                response,
                device ->
                        new ModelAndView(
                                "kiosk/code", Map.of("code", wallCodes.of(request, device))));
    }

    @PostMapping("/initials")
    @SignedOut
    ModelAndView initials(Press press) {
        return screens.show(
                press,
                device ->
                        clues(press)
                                .map(clues ->
                                        Screen.initials(
                                                arrivals.initials(device, clues),
                                                clues.letters().substring(0, 1)))
                                .orElseGet(() -> Screen.of(Screen.Kind.DESK)));
    }

    @PostMapping("/arrivals")
    @SignedOut
    ModelAndView arrive(Press press) {
        return screens.show(
                press,
                device ->
                        clues(press)
                                .map(clues ->
                                        Screens.of(
                                                arrivals.arrive(
                                                        device,
                                                        press.key(),
                                                        clues,
                                                        press.text("initial"))))
                                .orElseGet(() -> Screen.of(Screen.Kind.DESK)));
    }

    @PostMapping("/next")
    @SignedOut
    ModelAndView goOn(Press press) {
        return screens.show(
                press, device -> Screens.of(arrivals.goOn(device, press.key(), press.visit())));
    }

    @PostMapping("/departures")
    @SignedOut
    ModelAndView leave(Press press) {
        return screens.show(
                press,
                device ->
                        switch (arrivals.leave(device, press.key(), press.visit())) {
                            case Leaving.Gone(var owes) -> Screen.of(Screen.Kind.GONE).owing(owes);
                            case Leaving.SeeDesk _ -> Screen.of(Screen.Kind.DESK);
                        });
    }

    private static Optional<Clues> clues(Press press) {
        return Clues.of(press.text("letters"), press.number("month", 0), press.number("day", 0));
    }

    /** Takes what was pressed without a connection, in the order in which it was pressed. */
    @PostMapping("/taps")
    @SignedOut
    ModelAndView taps(
            Press press,
            @RequestParam List<UUID> id,
            @RequestParam List<String> code,
            @RequestParam List<String> kind,
            @RequestParam List<Long> age) {
        if (code.size() != id.size() || kind.size() != id.size() || age.size() != id.size()) {
            var refused = new ModelAndView("kiosk/unpaired");
            refused.setStatus(HttpStatus.BAD_REQUEST);
            return refused;
        }
        return gate.held(
                press.request(),
                press.response(),
                device -> {
                    for (int tap = 0; tap < id.size(); tap++) {
                        offline.merge(
                                device,
                                new OfflineTap(
                                        id.get(tap),
                                        code.get(tap),
                                        kind.get(tap).equals("OUT")
                                                ? Kind.CHECK_OUT
                                                : Kind.CHECK_IN,
                                        Duration.ofMillis(Math.max(0, age.get(tap)))));
                    }
                    return Screens.part(Screen.of(Screen.Kind.GONE));
                });
    }
}
