package care.trellis.whiteboard.web;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.sessions.SessionId;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.whiteboard.GroupLimits;
import care.trellis.whiteboard.Guard;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Says why a group may be larger than its limit: in the dialog over the board, or as a page. */
@Controller
@RequestMapping("/sessions/{session}/override")
class OverrideController {

    private final GroupLimits limits;

    OverrideController(GroupLimits limits) {
        this.limits = limits;
    }

    @GetMapping
    @Requires(value = Action.GROUP_OVERRIDE, session = "session")
    ModelAndView ask(
            Permit permit,
            Frame frame,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            @PathVariable SessionId session) {
        var form = Form.empty();
        form.key();
        return part == null ? page(permit, frame, session, form) : dialog(permit, session, form);
    }

    @PostMapping
    @Requires(value = Action.GROUP_OVERRIDE, session = "session")
    ModelAndView override(
            Permit permit,
            Frame frame,
            HttpServletResponse response,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            @PathVariable SessionId session,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        if (limits.override(permit, form.key(), session, form.value("reason"))
                instanceof Change.Refused<SessionId>(var problems)) {
            form.refused(problems);
            return Saving.refused(
                    part == null
                            ? page(permit, frame, session, form)
                            : dialog(permit, session, form));
        }
        if (part == null) {
            return new ModelAndView("redirect:/");
        }
        response.setHeader("HX-Trigger", "close-dialog");
        return new ModelAndView("whiteboard/overridden");
    }

    private ModelAndView page(Permit permit, Frame frame, SessionId session, Form form) {
        return new ModelAndView(
                "whiteboard/overridePage",
                Map.of(
                        "frame",
                        frame,
                        "form",
                        form,
                        "words",
                        words(permit, session),
                        "path",
                        "/sessions/" + session.value() + "/override"));
    }

    private ModelAndView dialog(Permit permit, SessionId session, Form form) {
        return new ModelAndView(
                "whiteboard/override",
                Map.of(
                        "form",
                        form,
                        "words",
                        words(permit, session),
                        "path",
                        "/sessions/" + session.value() + "/override"));
    }

    /** How many there are, how many there may be, and who says so. */
    private String words(Permit permit, SessionId session) {
        var guard = limits.standing(permit, session);
        return guard.people() > guard.atMost()
                ? "%d people where %d are the most. %s"
                        .formatted(guard.people(), guard.atMost(), guard.why())
                : guard.state() == Guard.State.FINE
                        ? "This group is within its limit: nothing need be said."
                        : guard.why();
    }
}
