package care.trellis.aftercare.web;

import care.trellis.aftercare.Aftercare;
import care.trellis.aftercare.Promise;
import care.trellis.aftercare.PromiseId;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.web.Event;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Appointments, referrals and check-ins after a stay: kept or not. */
@Controller
@RequestMapping("/clients/{client}/aftercare")
class AftercareController {

    private final Aftercare aftercare;
    private final Clients clients;

    AftercareController(Aftercare aftercare, Clients clients) {
        this.aftercare = aftercare;
        this.clients = clients;
    }

    @GetMapping
    @Requires(value = Action.AFTERCARE_EDIT, client = "client")
    ModelAndView list(Permit permit, Frame frame, @PathVariable ClientId client) {
        return page(permit, frame, client, null, Form.empty());
    }

    @PostMapping("/{promise}/answer")
    @Requires(value = Action.AFTERCARE_EDIT, client = "client")
    ModelAndView answer(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable PromiseId promise,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        return Saving.save(
                form,
                () ->
                        aftercare.answer(
                                permit,
                                client,
                                promise,
                                form.choice("outcome", Promise.Outcome.KEPT),
                                form.value("words")),
                path(client),
                () -> page(permit, frame, client, promise, form));
    }

    @PostMapping("/{promise}/reopening")
    @Requires(value = Action.AFTERCARE_EDIT, client = "client")
    String reopen(Permit permit, @PathVariable ClientId client, @PathVariable PromiseId promise) {
        aftercare.reopen(permit, client, promise);
        return "redirect:" + path(client);
    }

    private ModelAndView page(
            Permit permit, Frame frame, ClientId client, @Nullable PromiseId wrong, Form sent) {
        var zone = clients.zone(permit, client);
        var today = clients.today(permit, client);
        var all = aftercare.of(permit, client);
        return new ModelAndView(
                "aftercare/aftercare",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        new AftercareView(
                                "/clients/" + client.value(),
                                clients.find(permit, client).person().shortName(),
                                all.stream()
                                        .filter(one -> one.answered() == null)
                                        .map(one ->
                                                new AftercareView.Open(
                                                        "words-" + one.id().value(),
                                                        path(client) + "/" + one.id().value(),
                                                        one.kind().label(),
                                                        When.day(one.due()),
                                                        one.due().isBefore(today),
                                                        one.words(),
                                                        one.id().equals(wrong)
                                                                ? sent
                                                                : Form.empty()))
                                        .toList(),
                                all.stream()
                                        .filter(one -> one.answered() != null)
                                        .map(one -> done(path(client), one, zone))
                                        .toList())));
    }

    private static AftercareView.Done done(String path, Promise one, ZoneId zone) {
        var answered = Objects.requireNonNull(one.answered());
        return new AftercareView.Done(
                new Event(
                        When.day(one.due()),
                        "%s: %s".formatted(one.kind().label(), answered.outcome().label()),
                        "%s. %s %s, %s"
                                .formatted(
                                        one.words(),
                                        answered.words(),
                                        answered.by(),
                                        When.time(answered.at(), zone)),
                        answered.outcome() == Promise.Outcome.KEPT ? Tone.GOOD : Tone.BAD),
                path + "/" + one.id().value() + "/reopening");
    }

    private static String path(ClientId client) {
        return "/clients/" + client.value() + "/aftercare";
    }
}
