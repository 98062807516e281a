package care.trellis.kiosk.web;

import care.trellis.base.SignedOut;
import care.trellis.kiosk.Asking;
import care.trellis.kiosk.Device;
import care.trellis.kiosk.Gate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
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
    ModelAndView mood(Press press) {
        return screens.show(
                press,
                device ->
                        Screen.scale(
                                Screen.Kind.CRAVING,
                                press.name(),
                                press.visit(),
                                press.text("mood")));
    }

    @PostMapping("/craving")
    @SignedOut
    ModelAndView craving(Press press) {
        return screens.show(
                press,
                device -> {
                    asking.keep(
                            device,
                            press.key(),
                            press.visit(),
                            press.number("mood", -1),
                            press.number("craving", -1));
                    return asking.due(device, press.visit()).isEmpty()
                            ? welcome(device, press)
                            : Screen.at(Screen.Kind.MEASURE, press.name(), press.visit(), "");
                });
    }

    /** What was asked is skipped: only where to go is said. */
    @PostMapping("/place")
    @SignedOut
    ModelAndView place(Press press) {
        return screens.show(press, device -> welcome(device, press));
    }

    /** Hands the tablet over to what is due; its page takes the screen. */
    @PostMapping("/measures")
    @SignedOut
    ModelAndView measure(Press press) {
        return gate.held(
                press.request(),
                press.response(),
                device -> {
                    var path = asking.give(device, press.key(), press.visit());
                    path.ifPresent(there -> press.response().setHeader("Trellis-Go", there));
                    return Screens.part(
                            path.isPresent()
                                    ? Screen.of(Screen.Kind.WELCOME)
                                    : welcome(device, press));
                });
    }

    @PostMapping("/help")
    @SignedOut
    ModelAndView notOk(Press press) {
        return screens.show(
                press,
                device -> {
                    asking.notOk(device, press.key(), press.visit());
                    return Screen.of(Screen.Kind.HELP);
                });
    }

    /** Where to go, and in one neutral line that the desk has something for them afterwards. */
    private Screen welcome(Device device, Press press) {
        return asking.place(device, press.visit())
                .map(place ->
                        Screen.at(
                                        Screen.Kind.WELCOME,
                                        press.name(),
                                        press.visit(),
                                        Screens.words(place))
                                .owing(asking.owes(device, press.visit())))
                .orElseGet(() -> Screen.of(Screen.Kind.DESK));
    }
}
