package care.trellis.safety.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.safety.Flag;
import care.trellis.safety.FlagId;
import care.trellis.safety.Flags;
import care.trellis.web.Choice;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One client's safety: flags raised, taken, acted on and closed. */
@Controller
class SafetyController {

    private final Flags flags;
    private final CrisisPapers papers;
    private final Clients clients;
    private final Access access;
    private final Clock clock;

    SafetyController(
            Flags flags, CrisisPapers papers, Clients clients, Access access, Clock clock) {
        this.flags = flags;
        this.papers = papers;
        this.clients = clients;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/clients/{client}/safety")
    @Requires(value = Action.SAFETY_VIEW, client = "client")
    ModelAndView open(Permit permit, Frame frame, @PathVariable ClientId client) {
        return page(permit, frame, client, Form.empty(), null);
    }

    /** Whoever may not read flags may still raise one, from the chart. */
    @GetMapping("/clients/{client}/flags/new")
    @Requires(value = Action.SAFETY_FLAG, client = "client")
    ModelAndView form(Permit permit, Frame frame, @PathVariable ClientId client) {
        return raising(permit, frame, client, Form.empty());
    }

    @PostMapping("/clients/{client}/flags")
    @Requires(value = Action.SAFETY_FLAG, client = "client")
    ModelAndView raise(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var kind = form.requiredChoice("kind", Flag.Kind.values()[0], "Choose one.");
        var level = form.requiredChoice("level", Flag.Level.values()[0], "Choose one.");
        return Saving.save(
                form,
                () ->
                        flags.raise(
                                permit,
                                form.key(),
                                client,
                                kind,
                                level,
                                Flag.Source.STAFF,
                                form.value("words")),
                path(client)
                        + (access.mayByRole(permit.actor(), Action.SAFETY_VIEW) ? "/safety" : ""),
                () -> raising(permit, frame, client, form));
    }

    @PostMapping("/clients/{client}/flags/{flag}/owner")
    @Requires(value = Action.SAFETY_EDIT, client = "client")
    String take(Permit permit, @PathVariable ClientId client, @PathVariable FlagId flag) {
        flags.take(permit, client, flag);
        return "redirect:" + path(client) + "/safety";
    }

    @PostMapping("/clients/{client}/flags/{flag}/steps")
    @Requires(value = Action.SAFETY_EDIT, client = "client")
    ModelAndView act(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable FlagId flag,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var kind = form.requiredChoice("step", Flag.Step.Kind.values()[0], "Choose one.");
        return Saving.save(
                form,
                () -> flags.act(permit, form.key(), client, flag, kind, form.value("words")),
                path(client) + "/safety",
                () -> page(permit, frame, client, form, flag));
    }

    private ModelAndView raising(Permit permit, Frame frame, ClientId client, Form form) {
        var found = clients.find(permit, client);
        return new ModelAndView(
                "safety/raise",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        view(
                                path(client),
                                found.person().shortName(),
                                flags.onCall(permit, found.site())
                                        .map(one -> one.name() + ", " + one.phone())
                                        .orElse(""),
                                List.of(),
                                permit,
                                List.of(),
                                List.of(),
                                form)));
    }

    private ModelAndView page(
            Permit permit, Frame frame, ClientId client, Form sent, @Nullable FlagId acted) {
        var found = clients.find(permit, client);
        var zone = clients.zone(permit, client);
        var cards =
                flags.of(permit, client).stream()
                        .map(flag ->
                                Map.entry(
                                        flag.isOpen(),
                                        FlagCards.card(
                                                path(client),
                                                flag,
                                                flag.id().equals(acted) ? sent : Form.empty(),
                                                zone,
                                                clock.instant())))
                        .toList();
        return new ModelAndView(
                "safety/safety",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        view(
                                path(client),
                                found.person().shortName(),
                                flags.onCall(permit, found.site())
                                        .map(one -> one.name() + ", " + one.phone())
                                        .orElse(""),
                                papers.of(permit, client),
                                permit,
                                cards.stream()
                                        .filter(Map.Entry::getKey)
                                        .map(Map.Entry::getValue)
                                        .toList(),
                                cards.stream()
                                        .filter(one -> !one.getKey())
                                        .map(Map.Entry::getValue)
                                        .toList(),
                                Form.empty())));
    }

    private SafetyView view(
            String path,
            String name,
            String onCall,
            List<SafetyView.Paper> papers,
            Permit permit,
            List<SafetyView.FlagCard> open,
            List<SafetyView.FlagCard> closed,
            Form raise) {
        return new SafetyView(
                path,
                name,
                onCall,
                papers,
                access.mayByRole(permit.actor(), Action.SAFETY_EDIT),
                open,
                closed,
                raise,
                Arrays.stream(Flag.Kind.values())
                        .map(kind ->
                                new Choice(
                                        kind.name(),
                                        kind.label(),
                                        kind.name().equals(raise.value("kind"))))
                        .toList(),
                Arrays.stream(Flag.Level.values())
                        .map(level ->
                                new Choice(
                                        level.name(),
                                        level.label(),
                                        level.name().equals(raise.value("level"))))
                        .toList());
    }

    private static String path(ClientId client) {
        return "/clients/" + client.value();
    }
}
