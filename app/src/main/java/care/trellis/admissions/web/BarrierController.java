package care.trellis.admissions.web;

import care.trellis.admissions.Barrier;
import care.trellis.admissions.BarrierId;
import care.trellis.admissions.Barriers;
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
import java.time.Instant;
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

/** What stands in one client's way. */
@Controller
@RequestMapping("/clients/{client}/barriers")
class BarrierController {

    private final Barriers barriers;
    private final Clients clients;

    BarrierController(Barriers barriers, Clients clients) {
        this.barriers = barriers;
        this.clients = clients;
    }

    @GetMapping
    @Requires(value = Action.BARRIER_EDIT, client = "client")
    ModelAndView list(Permit permit, Frame frame, @PathVariable ClientId client) {
        return page(permit, frame, client, null, Form.empty());
    }

    @PostMapping("/{barrier}/closing")
    @Requires(value = Action.BARRIER_EDIT, client = "client")
    ModelAndView close(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable BarrierId barrier,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        return Saving.save(
                form,
                () -> barriers.close(permit, client, barrier, form.value("answer")),
                "/clients/" + client.value() + "/barriers",
                () -> page(permit, frame, client, barrier, form));
    }

    private ModelAndView page(
            Permit permit, Frame frame, ClientId client, @Nullable BarrierId wrong, Form sent) {
        var path = "/clients/" + client.value();
        var zone = clients.zone(permit, client);
        var all = barriers.of(permit, client);
        return new ModelAndView(
                "admissions/barriers",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        new BarriersView(
                                path,
                                clients.find(permit, client).person().shortName(),
                                all.stream()
                                        .filter(Barrier::isOpen)
                                        .map(one ->
                                                open(
                                                        path,
                                                        one,
                                                        one.id().equals(wrong)
                                                                ? sent
                                                                : Form.empty()))
                                        .toList(),
                                all.stream()
                                        .filter(one -> !one.isOpen())
                                        .map(one -> closed(one, zone))
                                        .toList())));
    }

    private static BarriersView.Open open(String path, Barrier barrier, Form form) {
        return new BarriersView.Open(
                "answer-" + barrier.id().value(),
                path + "/barriers/" + barrier.id().value() + "/closing",
                barrier.kind().label(),
                barrier.kind().owner().label(),
                When.day(barrier.dueOn()),
                barrier.kind().ideas(),
                form);
    }

    private static Event closed(Barrier barrier, ZoneId zone) {
        Instant at = Objects.requireNonNullElse(barrier.closedAt(), barrier.openedAt());
        return new Event(
                When.day(at.atZone(zone).toLocalDate()),
                barrier.kind().label() + ", " + barrier.closedBy(),
                barrier.answer(),
                Tone.GOOD);
    }
}
