package care.trellis.placement.web;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.engine.placement.Modality;
import care.trellis.organizations.HomeTime;
import care.trellis.organizations.SiteId;
import care.trellis.placement.LeaveReason;
import care.trellis.placement.Preference;
import care.trellis.placement.WaitReason;
import care.trellis.placement.WaitingList;
import care.trellis.web.Choice;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who waits: putting somebody on the list, changing what they need, taking them off. */
@Controller
@RequestMapping("/placement/{site}/waiting")
class WaitingController {

    private final WaitingList waiting;
    private final HomeTime home;

    WaitingController(WaitingList waiting, HomeTime home) {
        this.waiting = waiting;
        this.home = home;
    }

    @GetMapping("/new")
    @Requires(value = Action.PLACEMENT_EDIT, site = "site")
    ModelAndView fresh(Permit permit, Frame frame, @PathVariable SiteId site) {
        var form =
                Form.empty()
                        .with("since", home.today())
                        .with("languages", "English")
                        .withAll("modalities", List.of(Modality.values()));
        return page(permit, frame, site, form);
    }

    @PostMapping
    @Requires(Action.PLACEMENT_EDIT)
    ModelAndView add(
            Permit permit,
            Frame frame,
            @PathVariable SiteId site,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var client = form.requiredId("client", "Choose who waits.");
        return Saving.save(
                form,
                () -> keep(permit, form, new ClientId(Objects.requireNonNull(client))),
                "/placement/" + site.value(),
                () -> page(permit, frame, site, form));
    }

    @GetMapping("/{client}")
    @Requires(value = Action.PLACEMENT_EDIT, client = "client")
    ModelAndView open(
            Permit permit, Frame frame, @PathVariable SiteId site, @PathVariable ClientId client) {
        var there = waiting.one(permit, client).orElseThrow(NotFound::new);
        return view(frame, site, WaitingForm.of(there), List.of(), client, there.name());
    }

    @PostMapping("/{client}")
    @Requires(value = Action.PLACEMENT_EDIT, client = "client")
    ModelAndView change(
            Permit permit,
            Frame frame,
            @PathVariable SiteId site,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var name = waiting.one(permit, client).orElseThrow(NotFound::new).name();
        return Saving.save(
                form,
                () -> keep(permit, form, client),
                "/placement/" + site.value(),
                () -> view(frame, site, form, List.of(), client, name));
    }

    @PostMapping("/{client}/leave")
    @Requires(value = Action.PLACEMENT_EDIT, client = "client")
    ModelAndView leave(
            Permit permit,
            @PathVariable SiteId site,
            @PathVariable ClientId client,
            @RequestParam LeaveReason reason) {
        waiting.leave(permit, client, reason);
        return new ModelAndView("redirect:/placement/" + site.value());
    }

    private Change<UUID> keep(Permit permit, Form form, ClientId client) {
        return waiting.keep(
                permit,
                form.key(),
                client,
                form.requiredDate("since", home.today(), "Say since when they wait."),
                WaitingForm.reasons(form),
                form.value("note"),
                WaitingForm.preference(form));
    }

    private ModelAndView page(Permit permit, Frame frame, SiteId site, Form form) {
        var people = new ArrayList<Choice>();
        people.add(new Choice("", "Choose a client", form.value("client").isEmpty()));
        waiting.candidates(permit, site)
                .forEach((client, name) ->
                        people.add(
                                new Choice(
                                        client.value().toString(),
                                        name,
                                        client.value().toString().equals(form.value("client")))));
        return view(frame, site, form, people, null, "");
    }

    private static ModelAndView view(
            Frame frame,
            SiteId site,
            Form form,
            List<Choice> people,
            @Nullable ClientId client,
            String name) {
        var path = "/placement/" + site.value();
        var action = path + "/waiting" + (client == null ? "" : "/" + client.value());
        return new ModelAndView("placement/waiting")
                .addObject("frame", frame)
                .addObject(
                        "view",
                        new WaitingView(
                                path,
                                action,
                                name,
                                form,
                                people,
                                boxes(
                                        form,
                                        "reasons",
                                        List.of(WaitReason.values()),
                                        WaitReason::label),
                                words(form, "languages", Preference.LANGUAGES),
                                words(form, "tags", Preference.GROUPS),
                                words(form, "musts", Preference.GROUPS),
                                words(form, "wishes", Preference.GROUPS),
                                boxes(
                                        form,
                                        "modalities",
                                        List.of(Modality.values()),
                                        it -> it == Modality.IN_PERSON ? "In person" : "By video"),
                                times(form),
                                client == null ? "" : action + "/leave",
                                Arrays.stream(LeaveReason.values())
                                        .filter(it -> it != LeaveReason.PLACED)
                                        .map(it -> new Choice(it.name(), it.label(), false))
                                        .toList()));
    }

    private static List<WaitingView.Times> times(Form form) {
        return Arrays.stream(PlacementWords.DayPart.values())
                .map(part ->
                        new WaitingView.Times(
                                part.word,
                                WaitingForm.DAYS.stream()
                                        .map(day -> time(form, day, part))
                                        .toList()))
                .toList();
    }

    private static Choice time(Form form, DayOfWeek day, PlacementWords.DayPart part) {
        var box = WaitingForm.box(day, part);
        return new Choice(box, PlacementWords.shortDay(day), form.ticked("free", box));
    }

    private static List<Choice> words(Form form, String field, Collection<String> words) {
        return words.stream().map(it -> new Choice(it, it, form.ticked(field, it))).toList();
    }

    private static <E extends Enum<E>> List<Choice> boxes(
            Form form, String field, List<E> values, Function<E, String> label) {
        return values.stream()
                .map(it -> new Choice(it.name(), label.apply(it), form.ticked(field, it.name())))
                .toList();
    }
}
