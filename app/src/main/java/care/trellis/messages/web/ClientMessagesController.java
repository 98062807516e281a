package care.trellis.messages.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.messages.Incoming;
import care.trellis.messages.Language;
import care.trellis.messages.Messages;
import care.trellis.messages.Preference;
import care.trellis.messages.Preferences;
import care.trellis.messages.Remind;
import care.trellis.messages.Way;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.When;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What one client agreed to, and what was written. */
@Controller
@RequestMapping("/clients/{client}/messages")
class ClientMessagesController {

    private static final List<String> ZONES =
            List.of(
                    "America/New_York",
                    "America/Chicago",
                    "America/Denver",
                    "America/Phoenix",
                    "America/Los_Angeles",
                    "America/Anchorage",
                    "Pacific/Honolulu",
                    "America/Puerto_Rico");

    private final Preferences preferences;
    private final Messages messages;
    private final Incoming incoming;
    private final Clients clients;
    private final Access access;

    ClientMessagesController(
            Preferences preferences,
            Messages messages,
            Incoming incoming,
            Clients clients,
            Access access) {
        this.preferences = preferences;
        this.messages = messages;
        this.incoming = incoming;
        this.clients = clients;
        this.access = access;
    }

    @GetMapping
    @Requires(value = Action.CLIENT_VIEW, client = "client")
    @Transactional
    ModelAndView page(Permit permit, Frame frame, @PathVariable ClientId client) {
        var agreed = preferences.of(permit, client);
        var preference = agreed.preference();
        boolean mayEdit = access.mayByRole(permit.actor(), Action.CLIENT_EDIT);
        boolean maySend = access.mayByRole(permit.actor(), Action.MESSAGE_SEND);
        var zone = preference.zone();
        var form =
                Form.empty()
                        .with("way", agreed.asked() ? preference.way() : Way.TEXT)
                        .with("language", preference.language())
                        .with("remind", agreed.asked() ? preference.remind() : Remind.BOTH)
                        .with("zone", zone == null ? "" : zone.getId());
        var stopped = agreed.stoppedSince();
        return new ModelAndView(
                "messages/client",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        new ClientMessagesView(
                                clients.find(permit, client).person().shortName(),
                                "/clients/" + client.value(),
                                agreed.asked(),
                                reach(agreed),
                                stopped == null ? "" : When.time(stopped, agreed.zone()),
                                form,
                                form.choices("way", labels(Way.values(), Way::label)),
                                form.choices(
                                        "language", labels(Language.values(), Language::label)),
                                form.choices("remind", labels(Remind.values(), Remind::label)),
                                form.choices("zone", "As at the site", zones(zone)),
                                messages.ofClient(permit, client).stream()
                                        .map(one -> MessageRows.row(one, maySend))
                                        .toList(),
                                incoming.ofClient(permit, client).stream()
                                        .map(one -> MessageRows.answer(one, maySend))
                                        .toList(),
                                mayEdit)));
    }

    @PostMapping
    @Requires(value = Action.CLIENT_EDIT, client = "client")
    ModelAndView save(
            Permit permit,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var zone = form.value("zone");
        preferences.save(
                permit,
                client,
                new Preference(
                        form.choice("way", Way.NONE),
                        form.choice("language", Language.EN),
                        form.choice("remind", Remind.NONE),
                        zone.isEmpty() || !Set.copyOf(ZoneId.getAvailableZoneIds()).contains(zone)
                                ? null
                                : ZoneId.of(zone)));
        return back(client);
    }

    @PostMapping("/stop")
    @Requires(value = Action.CLIENT_EDIT, client = "client")
    ModelAndView stop(Permit permit, @PathVariable ClientId client) {
        preferences.stop(permit, client);
        return back(client);
    }

    @PostMapping("/start")
    @Requires(value = Action.CLIENT_EDIT, client = "client")
    ModelAndView start(Permit permit, @PathVariable ClientId client) {
        preferences.start(permit, client);
        return back(client);
    }

    private static ModelAndView back(ClientId client) {
        return new ModelAndView("redirect:/clients/" + client.value() + "/messages");
    }

    private static List<String> reach(Preferences.Agreed agreed) {
        var lines = new ArrayList<String>();
        lines.add(
                agreed.phone().isEmpty()
                        ? "No mobile number on record"
                        : "Texts go to " + agreed.phone());
        lines.add(
                agreed.mailbox().isEmpty()
                        ? "No e-mail address on record"
                        : "E-mail goes to " + agreed.mailbox());
        return lines;
    }

    private static Map<String, String> zones(@Nullable ZoneId own) {
        var zones = new LinkedHashMap<String, String>();
        ZONES.forEach(zone -> zones.put(zone, name(zone)));
        if (own != null) {
            zones.putIfAbsent(own.getId(), name(own.getId()));
        }
        return zones;
    }

    private static String name(String zone) {
        return zone.substring(zone.indexOf('/') + 1).replace('_', ' ');
    }

    private static <E extends Enum<E>> Map<String, String> labels(
            E[] values, Function<E, String> label) {
        var labels = new LinkedHashMap<String, String>();
        Arrays.stream(values).forEach(value -> labels.put(value.name(), label.apply(value)));
        return labels;
    }
}
