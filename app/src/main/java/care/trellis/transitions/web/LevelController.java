package care.trellis.transitions.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.organizations.ProgramId;
import care.trellis.transitions.TransitionId;
import care.trellis.transitions.Transitions;
import care.trellis.transitions.Undoing;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.util.Map;
import java.util.UUID;
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

/** Step up, step down, taper, transfer: one form, what it would do, and the way back. */
@Controller
@RequestMapping("/clients/{client}/level")
class LevelController {

    private static final ProgramId PRESENT = new ProgramId(new UUID(0, 0));

    private final Transitions transitions;
    private final Clients clients;
    private final LevelViews views;

    LevelController(Transitions transitions, Clients clients, LevelViews views) {
        this.transitions = transitions;
        this.clients = clients;
        this.views = views;
    }

    @GetMapping
    @Requires(value = Action.LEVEL_CHANGE, client = "client")
    ModelAndView open(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam(defaultValue = "") String start) {
        return page(
                permit,
                frame,
                client,
                start.isEmpty() ? null : views.started(permit, client, start));
    }

    /** What the form would do, as it is typed. */
    @PostMapping("/preview")
    @Requires(value = Action.LEVEL_CHANGE, client = "client")
    ModelAndView preview(
            Permit permit,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        return new ModelAndView(
                "transitions/preview",
                Map.of("preview", views.preview(permit, client, Form.typed(sent))));
    }

    /** One step more, one less, or the tracks of another program. */
    @PostMapping("/steps")
    @Requires(value = Action.LEVEL_CHANGE, client = "client")
    ModelAndView steps(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = resized(sent);
        return part == null
                ? page(permit, frame, client, form)
                : new ModelAndView(
                        "transitions/desk",
                        Map.of("csrf", frame.csrf(), "desk", views.desk(permit, client, form)));
    }

    @PostMapping
    @Requires(value = Action.LEVEL_CHANGE, client = "client")
    ModelAndView make(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var stay = transitions.of(permit, client).stay();
        var proposal =
                LevelForm.read(
                        form,
                        stay == null ? PRESENT : stay.program(),
                        clients.today(permit, client));
        return Saving.save(
                form,
                () -> transitions.make(permit, form.key(), client, proposal),
                "/clients/" + client.value() + "/level#changes",
                () -> page(permit, frame, client, form));
    }

    @PostMapping("/{transition}/undo")
    @Requires(value = Action.LEVEL_CHANGE, client = "client")
    ModelAndView undo(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable TransitionId transition) {
        return switch (transitions.undo(permit, client, transition)) {
            case Undoing.Undone done -> back(client);
            case Undoing.AlreadyUndone already -> back(client);
            case Undoing.Bound(var why) -> {
                var page = page(permit, frame, client, null);
                page.addObject("wrong", why);
                yield Saving.refused(page);
            }
        };
    }

    private ModelAndView page(Permit permit, Frame frame, ClientId client, @Nullable Form form) {
        return new ModelAndView("transitions/level")
                .addObject("frame", frame)
                .addObject("view", views.view(permit, client, form))
                .addObject("guidance", views.guidance(permit, client));
    }

    private static ModelAndView back(ClientId client) {
        return new ModelAndView("redirect:/clients/" + client.value() + "/level#changes");
    }

    /** A new last step begins two weeks after the one before, as that one stands. */
    private static Form resized(MultiValueMap<String, String> sent) {
        int steps = LevelForm.steps(Form.typed(sent));
        var form = Form.typed(sent);
        if (sent.containsKey("more")) {
            int last = steps - 1;
            sent.set("steps", String.valueOf(steps + 1));
            form = Form.typed(sent);
            var from = form.date("from" + last);
            form.with("from" + steps, from == null ? null : from.plusWeeks(2))
                    .with("level" + steps, form.value("level" + last))
                    .with("hours" + steps, form.value("hours" + last))
                    .withAll("days" + steps, form.all("days" + last));
        } else if (sent.containsKey("less") && steps > 1) {
            sent.set("steps", String.valueOf(steps - 1));
            form = Form.typed(sent);
        }
        return form;
    }
}
