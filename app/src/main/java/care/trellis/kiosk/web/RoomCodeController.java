package care.trellis.kiosk.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.kiosk.RoomCodes;
import care.trellis.sessions.SessionId;
import care.trellis.web.Addresses;
import care.trellis.web.Frame;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The four digits of a session, large enough for a room, with the link for a video meeting. */
@Controller
class RoomCodeController {

    private final RoomCodes codes;
    private final Addresses addresses;

    RoomCodeController(RoomCodes codes, Addresses addresses) {
        this.codes = codes;
        this.addresses = addresses;
    }

    @GetMapping("/sessions/{session}/code")
    @Requires(value = Action.SESSION_VIEW, session = "session")
    ModelAndView page(
            Permit permit,
            Frame frame,
            HttpServletRequest request,
            @PathVariable SessionId session) {
        var model = model(permit, request, session);
        model.put("frame", frame);
        return new ModelAndView("kiosk/roomCode", model);
    }

    /** The digits alone, for a page that stays open. */
    @GetMapping("/sessions/{session}/code/now")
    @Requires(value = Action.SESSION_VIEW, session = "session")
    ModelAndView now(Permit permit, HttpServletRequest request, @PathVariable SessionId session) {
        return new ModelAndView("kiosk/digits", model(permit, request, session));
    }

    private HashMap<String, Object> model(
            Permit permit, HttpServletRequest request, SessionId session) {
        var shown = codes.shown(permit, session);
        var model = new HashMap<String, Object>();
        model.put("title", shown.session().title());
        model.put("path", "/sessions/" + session.value());
        model.put("code", shown.code());
        model.put("link", addresses.of(request, shown.path()));
        return model;
    }
}
