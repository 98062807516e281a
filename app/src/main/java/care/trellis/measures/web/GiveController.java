package care.trellis.measures.web;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.measures.Availability;
import care.trellis.measures.DueMeasures;
import care.trellis.measures.Given;
import care.trellis.measures.Giving;
import care.trellis.measures.Language;
import care.trellis.measures.Library;
import care.trellis.measures.Mode;
import care.trellis.measures.SittingId;
import care.trellis.web.Choice;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Handing measures to one client: what, how, in which language; then the code or the link. */
@Controller
@RequestMapping("/clients/{client}/measures")
class GiveController {

    private final Giving giving;
    private final Library library;
    private final DueMeasures due;
    private final Clients clients;
    private final String baseUrl;

    GiveController(
            Giving giving,
            Library library,
            DueMeasures due,
            Clients clients,
            @Value("${trellis.base-url:}") String baseUrl) {
        this.giving = giving;
        this.library = library;
        this.due = due;
        this.clients = clients;
        this.baseUrl = baseUrl.strip().replaceAll("/+$", "");
    }

    @GetMapping("/give")
    @Requires(value = Action.MEASURE_GIVE, client = "client")
    ModelAndView form(
            @PathVariable ClientId client,
            @RequestParam(defaultValue = "") List<String> want,
            Permit permit,
            Frame frame) {
        var wanted =
                want.isEmpty()
                        ? due.of(permit, client).stream().map(one -> one.instrument()).toList()
                        : want;
        var form =
                Form.empty()
                        .withAll("instrument", wanted)
                        .with("mode", "TABLET")
                        .with("language", "en");
        return page(client, permit, frame, form);
    }

    @PostMapping("/sittings")
    @Requires(value = Action.MEASURE_GIVE, client = "client")
    ModelAndView give(
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent,
            Permit permit,
            Frame frame,
            HttpServletRequest request) {
        var form = Form.typed(sent);
        var mode = mode(form.value("mode"));
        var takenOn = form.date("takenOn");
        if (!form.wrong()) {
            switch (giving.give(
                    permit,
                    form.key(),
                    client,
                    form.all("instrument"),
                    mode,
                    Language.of(form.value("language")),
                    mode == Mode.PAPER ? takenOn : null)) {
                case Change.Done<Given>(var given) -> {
                    return given.mode().alone()
                            ? handed(client, given, permit, frame, request)
                            : entry(client, given.sitting(), permit);
                }
                case Change.Refused<Given>(var problems) -> form.refused(problems);
            }
        }
        return Saving.refused(page(client, permit, frame, form));
    }

    @PostMapping("/sittings/{sitting}/renewal")
    @Requires(value = Action.MEASURE_GIVE, client = "client")
    ModelAndView renew(
            @PathVariable ClientId client,
            @PathVariable UUID sitting,
            Permit permit,
            Frame frame,
            HttpServletRequest request) {
        var given = giving.renew(permit, client, new SittingId(sitting));
        return given.mode().alone()
                ? handed(client, given, permit, frame, request)
                : entry(client, given.sitting(), permit);
    }

    @PostMapping("/sittings/{sitting}/cancellation")
    @Requires(value = Action.MEASURE_GIVE, client = "client")
    String callOff(@PathVariable ClientId client, @PathVariable UUID sitting, Permit permit) {
        giving.callOff(permit, client, new SittingId(sitting));
        return "redirect:/clients/" + client.value() + "/measures/give";
    }

    private ModelAndView entry(ClientId client, SittingId sitting, Permit permit) {
        var next = giving.one(permit, client, sitting).next();
        return new ModelAndView(
                next.map(measure ->
                                "redirect:/clients/%s/measures/entries/%s"
                                        .formatted(client.value(), measure.id().value()))
                        .orElse("redirect:/clients/" + client.value() + "/measures/give"));
    }

    private ModelAndView handed(
            ClientId client, Given given, Permit permit, Frame frame, HttpServletRequest request) {
        var base =
                baseUrl.isEmpty()
                        ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                        : baseUrl;
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("name", name(client, permit));
        model.put("path", "/clients/" + client.value());
        model.put("code", given.code());
        model.put("link", given.path().isEmpty() ? "" : base + given.path());
        model.put("tablet", base + "/tablet/" + permit.organization().value());
        model.put("renewal", path(client, given.sitting()) + "/renewal");
        return new ModelAndView("measures/handed", model);
    }

    private ModelAndView page(ClientId client, Permit permit, Frame frame, Form form) {
        var language = Language.of(form.value("language"));
        var offers =
                library.all(permit).stream()
                        .filter(one -> one.canBeGiven(Mode.PAPER, language))
                        .collect(
                                Collectors.partitioningBy(
                                        one -> one.availability() == Availability.READY,
                                        Collectors.mapping(
                                                one -> GiveView.Offer.of(one, form),
                                                Collectors.toList())));
        var open =
                giving.of(permit, client).stream()
                        .filter(sitting -> !sitting.ended())
                        .map(sitting -> GiveView.Open.of(sitting, path(client, sitting.id())))
                        .toList();
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("form", form);
        model.put("name", name(client, permit));
        model.put("path", "/clients/" + client.value());
        model.put(
                "view",
                new GiveView(
                        chosenFirst(offers.getOrDefault(true, List.of())),
                        offers.getOrDefault(false, List.of()),
                        modes(form),
                        languages(form),
                        open));
        return new ModelAndView("measures/give", model);
    }

    private static List<GiveView.Offer> chosenFirst(List<GiveView.Offer> offers) {
        return offers.stream()
                .sorted(Comparator.comparing(GiveView.Offer::chosen).reversed())
                .toList();
    }

    private String name(ClientId client, Permit permit) {
        var person = clients.find(permit, client).person();
        return person.givenName() + " " + person.familyName().charAt(0) + ".";
    }

    private static String path(ClientId client, SittingId sitting) {
        return "/clients/%s/measures/sittings/%s".formatted(client.value(), sitting.value());
    }

    private static List<Choice> modes(Form form) {
        var labels = new LinkedHashMap<String, String>();
        labels.put("TABLET", "On the tablet, with a code");
        labels.put("LINK", "On their phone, by a link");
        labels.put("CLINICIAN", "I ask and enter");
        labels.put("PAPER", "Copy from paper");
        return form.choices("mode", labels);
    }

    private static List<Choice> languages(Form form) {
        return form.choices(
                "language",
                Arrays.stream(Language.values())
                        .collect(
                                Collectors.toMap(
                                        Language::code,
                                        Language::own,
                                        (one, other) -> one,
                                        LinkedHashMap<String, String>::new)));
    }

    private static Mode mode(String text) {
        return Map.of(
                        "LINK", Mode.LINK,
                        "CLINICIAN", Mode.CLINICIAN,
                        "PAPER", Mode.PAPER)
                .getOrDefault(text, Mode.TABLET);
    }
}
