package care.trellis.kiosk.web;

import care.trellis.access.Attempts;
import care.trellis.base.Ids;
import care.trellis.base.SignedOut;
import care.trellis.kiosk.Arrival;
import care.trellis.kiosk.Gate;
import care.trellis.kiosk.PhoneArrivals;
import care.trellis.kiosk.Place;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Checking in on a phone of one's own: plain forms, no script, whatever the phone. */
@Controller
@RequestMapping("/arrive/{ticket}")
class ArriveController {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm", Locale.US);

    private final PhoneArrivals arrivals;
    private final Attempts attempts;

    ArriveController(PhoneArrivals arrivals, Attempts attempts) {
        this.arrivals = arrivals;
        this.attempts = attempts;
    }

    @GetMapping
    @SignedOut
    ModelAndView page(@PathVariable String ticket, CsrfToken csrf) {
        return form(ticket, csrf, UUID.randomUUID(), "");
    }

    @PostMapping
    @SignedOut
    ModelAndView arrive(
            @PathVariable String ticket,
            @RequestParam(defaultValue = "") String letters,
            @RequestParam(defaultValue = "0") int month,
            @RequestParam(defaultValue = "0") int day,
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable UUID key,
            CsrfToken csrf,
            HttpServletRequest request,
            HttpServletResponse response) {
        var once = Ids.orNew(key);
        return attempts.make(
                request,
                response,
                () ->
                        switch (arrivals.arrive(
                                ticket, once, letters, date(year, month, day), code)) {
                            case Arrival.Came(var name, _, var place) -> done(name, place, false);
                            case Arrival.Here(var name, _, var place, _, _) ->
                                    done(name, place, true);
                            case Arrival.SeeDesk _ ->
                                    wrong(
                                            ticket,
                                            csrf,
                                            "That did not work. Check what you typed, or ask at the desk. · No funcionó. Revise lo que escribió o pregunte en recepción.");
                            case Arrival.Wait _ ->
                                    wrong(
                                            ticket,
                                            csrf,
                                            "Too many tries. Ask at the desk. · Demasiados intentos. Pregunte en recepción.");
                        },
                words -> form(ticket, csrf, UUID.randomUUID(), words));
    }

    private ModelAndView wrong(String ticket, CsrfToken csrf, String words) {
        var page = form(ticket, csrf, UUID.randomUUID(), words);
        if (page.getStatus() != HttpStatus.NOT_FOUND) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private ModelAndView form(String ticket, CsrfToken csrf, UUID key, String error) {
        var form = arrivals.open(ticket);
        if (form.isEmpty()) {
            var gone = new ModelAndView("kiosk/arrive/over");
            gone.setStatus(HttpStatus.NOT_FOUND);
            return gone;
        }
        var model = new HashMap<String, Object>();
        model.put("csrf", Gate.csrf(csrf));
        model.put("path", form.get().path());
        model.put("video", form.get().video());
        model.put("key", key);
        model.put("error", error);
        return new ModelAndView("kiosk/arrive/form", model);
    }

    private static ModelAndView done(String name, Place place, boolean before) {
        var time = TIME.format(place.startsAt().atZone(place.zone()));
        var where =
                place.video() || place.room().isEmpty()
                        ? place.title() + ", " + time
                        : place.room() + ", " + time;
        var model = new HashMap<String, Object>();
        model.put("name", name);
        model.put("where", where);
        model.put("before", before);
        return new ModelAndView("kiosk/arrive/done", model);
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
