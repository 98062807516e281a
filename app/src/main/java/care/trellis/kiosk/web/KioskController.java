package care.trellis.kiosk.web;

import care.trellis.attendance.Kind;
import care.trellis.base.Ids;
import care.trellis.base.SignedOut;
import care.trellis.kiosk.Arrival;
import care.trellis.kiosk.Arrivals;
import care.trellis.kiosk.Asking;
import care.trellis.kiosk.Clues;
import care.trellis.kiosk.Device;
import care.trellis.kiosk.Gate;
import care.trellis.kiosk.Leaving;
import care.trellis.kiosk.OfflineTap;
import care.trellis.kiosk.OfflineTaps;
import care.trellis.kiosk.Place;
import care.trellis.kiosk.WallCodes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
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

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm", Locale.US);

    private final Gate gate;
    private final Arrivals arrivals;
    private final Asking asking;
    private final OfflineTaps offline;
    private final WallCodes wallCodes;

    KioskController(
            Gate gate, Arrivals arrivals, Asking asking, OfflineTaps offline, WallCodes wallCodes) {
        this.gate = gate;
        this.arrivals = arrivals;
        this.asking = asking;
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
    ModelAndView initials(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String letters,
            @RequestParam(defaultValue = "0") int month,
            @RequestParam(defaultValue = "0") int day) {
        return screen(
                request,
                response,
                device ->
                        Clues.of(letters, month, day)
                                .map(clues ->
                                        Screen.initials(
                                                arrivals.initials(device, clues),
                                                clues.letters().substring(0, 1)))
                                .orElseGet(() -> Screen.of(Screen.Kind.DESK)));
    }

    @PostMapping("/arrivals")
    @SignedOut
    ModelAndView arrive(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String letters,
            @RequestParam(defaultValue = "0") int month,
            @RequestParam(defaultValue = "0") int day,
            @RequestParam(defaultValue = "") String initial,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
        return screen(
                request,
                response,
                device ->
                        Clues.of(letters, month, day)
                                .map(clues ->
                                        screen(
                                                arrivals.arrive(
                                                        device, Ids.orNew(key), clues, initial)))
                                .orElseGet(() -> Screen.of(Screen.Kind.DESK)));
    }

    @PostMapping("/next")
    @SignedOut
    ModelAndView goOn(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String visit,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
        return screen(
                request, response, device -> screen(arrivals.goOn(device, Ids.orNew(key), visit)));
    }

    @PostMapping("/departures")
    @SignedOut
    ModelAndView leave(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String visit,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
        return screen(
                request,
                response,
                device ->
                        switch (arrivals.leave(device, Ids.orNew(key), visit)) {
                            case Leaving.Gone _ -> Screen.of(Screen.Kind.GONE);
                            case Leaving.SeeDesk _ -> Screen.of(Screen.Kind.DESK);
                        });
    }

    @PostMapping("/mood")
    @SignedOut
    ModelAndView mood(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String visit,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String mood) {
        return screen(
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
        return screen(
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
        return screen(request, response, device -> welcome(device, visit, name));
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
                    return part(
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
        return screen(
                request,
                response,
                device -> {
                    asking.notOk(device, Ids.orNew(key), visit);
                    return Screen.of(Screen.Kind.HELP);
                });
    }

    /** Takes what was pressed without a connection, in the order in which it was pressed. */
    @PostMapping("/taps")
    @SignedOut
    ModelAndView taps(
            HttpServletRequest request,
            HttpServletResponse response,
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
                request,
                response,
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
                    return part(Screen.of(Screen.Kind.GONE));
                });
    }

    private ModelAndView screen(
            HttpServletRequest request,
            HttpServletResponse response,
            java.util.function.Function<Device, Screen> work) {
        return gate.held(request, response, device -> part(work.apply(device)));
    }

    private static ModelAndView part(Screen screen) {
        return new ModelAndView("kiosk/screen", "screen", screen);
    }

    private Screen welcome(Device device, String visit, String name) {
        return asking.place(device, visit)
                .map(place -> Screen.at(Screen.Kind.WELCOME, name, visit, words(place)))
                .orElseGet(() -> Screen.of(Screen.Kind.DESK));
    }

    private static Screen screen(Arrival arrival) {
        return switch (arrival) {
            case Arrival.Came(var name, var visit, _) ->
                    Screen.scale(Screen.Kind.MOOD, name, visit, "");
            case Arrival.Here(var name, var visit, var place, var next, var nextVisit) ->
                    new Screen(
                            Screen.Kind.HERE,
                            name,
                            visit,
                            nextVisit,
                            words(place),
                            next.map(KioskController::words).orElse(""),
                            List.of(),
                            "");
            case Arrival.SeeDesk _ -> Screen.of(Screen.Kind.DESK);
            case Arrival.Wait _ -> Screen.of(Screen.Kind.WAIT);
        };
    }

    private static String words(Place place) {
        var time = TIME.format(place.startsAt().atZone(place.zone()));
        return place.room().isEmpty() ? time : place.room() + ", " + time;
    }
}
