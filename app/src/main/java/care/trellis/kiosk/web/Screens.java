package care.trellis.kiosk.web;

import care.trellis.kiosk.Arrival;
import care.trellis.kiosk.Device;
import care.trellis.kiosk.Gate;
import care.trellis.kiosk.Place;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Answers a press on the tablet with the screen that comes next. */
@Component
class Screens {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm", Locale.US);

    private final Gate gate;

    Screens(Gate gate) {
        this.gate = gate;
    }

    ModelAndView show(Press press, Function<Device, Screen> work) {
        return gate.held(press.request(), press.response(), device -> part(work.apply(device)));
    }

    static ModelAndView part(Screen screen) {
        return new ModelAndView("kiosk/screen", "screen", screen);
    }

    static Screen of(Arrival arrival) {
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
                            next.map(Screens::words).orElse(""),
                            List.of(),
                            "",
                            false);
            case Arrival.SeeDesk _ -> Screen.of(Screen.Kind.DESK);
            case Arrival.Wait _ -> Screen.of(Screen.Kind.WAIT);
        };
    }

    static String words(Place place) {
        var time = TIME.format(place.startsAt().atZone(place.zone()));
        return place.room().isEmpty() ? time : place.room() + ", " + time;
    }
}
