package care.trellis.measures.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.measures.AdministrationId;
import care.trellis.measures.ChangeWords;
import care.trellis.measures.Correction;
import care.trellis.measures.DueMeasures;
import care.trellis.measures.Outcome;
import care.trellis.measures.Recovery;
import care.trellis.measures.Results;
import care.trellis.measures.Trend;
import care.trellis.measures.Trends;
import care.trellis.measures.Trends.Charted;
import care.trellis.web.ChartPart;
import care.trellis.web.Fact;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One client's scores: charts with their figures, the page to print, and one result whole. */
@Controller
@RequestMapping("/clients/{client}/measures")
class ClientMeasuresController {

    private final Trends trends;
    private final Results results;
    private final DueMeasures due;
    private final Clients clients;
    private final Access access;
    private final List<ChartPart> parts;

    ClientMeasuresController(
            Trends trends,
            Results results,
            DueMeasures due,
            Clients clients,
            Access access,
            List<ChartPart> parts) {
        this.trends = trends;
        this.results = results;
        this.due = due;
        this.clients = clients;
        this.access = access;
        this.parts = parts;
    }

    @GetMapping
    @Requires(value = Action.MEASURE_VIEW, client = "client")
    ModelAndView charts(@PathVariable ClientId client, Permit permit, Frame frame) {
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("name", name(client, permit));
        model.put("path", path(client));
        var turns =
                parts.stream()
                        .flatMap(part -> part.turns(permit, client.value()).stream())
                        .toList();
        var history = trends.history(permit, client, clients.today(permit, client));
        model.put("trends", trendViews(history, permit, turns));
        model.put(
                "due",
                due.of(permit, client).stream()
                        .map(one -> one.instrument() + " (" + Texts.shortDay(one.due().on()) + ")")
                        .collect(Collectors.joining(", ")));
        model.put(
                "elsewhere",
                history.elsewhere().stream()
                        .map(one ->
                                new Fact(
                                        one.instrument() + ", " + Texts.day(one.on()),
                                        ChangeWords.number(one.total())))
                        .toList());
        model.put("mayGive", access.mayByRole(permit.actor(), Action.MEASURE_GIVE));
        return new ModelAndView("measures/client", model);
    }

    /** One page on paper: for the client in plain words, for a payer with the figures. */
    @GetMapping("/print")
    @Requires(value = Action.MEASURE_VIEW, client = "client")
    ModelAndView print(
            @PathVariable ClientId client,
            @RequestParam(name = "for", defaultValue = "client") String reader,
            Permit permit,
            Frame frame) {
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("name", clients.find(permit, client).person().name());
        model.put("path", path(client));
        model.put("payer", reader.equals("payer"));
        model.put(
                "trends",
                trendViews(
                        trends.history(permit, client, clients.today(permit, client)),
                        permit,
                        List.of()));
        return new ModelAndView("measures/print", model);
    }

    @GetMapping("/results/{measure}")
    @Requires(value = Action.MEASURE_VIEW, client = "client")
    ModelAndView result(
            @PathVariable ClientId client, @PathVariable UUID measure, Permit permit, Frame frame) {
        return result(client, measure, permit, frame, Form.empty());
    }

    @PostMapping("/results/{measure}/corrections")
    @Requires(value = Action.MEASURE_CORRECT, client = "client")
    ModelAndView correct(
            @PathVariable ClientId client,
            @PathVariable UUID measure,
            @RequestParam MultiValueMap<String, String> sent,
            Permit permit,
            Frame frame) {
        var form = Form.typed(sent);
        var id = new AdministrationId(measure);
        var opened = results.open(permit, client, id);
        var codes = new LinkedHashMap<String, @Nullable Integer>();
        opened.instrument()
                .items()
                .forEach(item -> {
                    var code = form.whole("item-" + item.number());
                    if (code != null || opened.standing().answers().containsKey(item.number())) {
                        codes.put(item.number(), code);
                    }
                });
        if (!form.wrong()) {
            switch (results.correct(
                    permit, form.key(), client, id, codes, reason(form.value("reason")))) {
                case Change.Done<Outcome> _ -> {
                    return new ModelAndView("redirect:" + path(client) + "/results/" + measure);
                }
                case Change.Refused<Outcome>(var problems) -> form.refused(problems);
            }
        }
        return Saving.refused(result(client, measure, permit, frame, form));
    }

    private ModelAndView result(
            ClientId client, UUID measure, Permit permit, Frame frame, Form form) {
        var opened = results.open(permit, client, new AdministrationId(measure));
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("form", form);
        model.put("name", name(client, permit));
        model.put("path", path(client));
        model.put("view", ResultView.of(opened, path(client) + "/results/" + measure));
        model.put("mayCorrect", access.mayByRole(permit.actor(), Action.MEASURE_CORRECT));
        model.put(
                "reasons",
                form.choices(
                        "reason",
                        "Choose why",
                        Arrays.stream(Correction.values())
                                .collect(
                                        Collectors.toMap(
                                                Correction::name,
                                                Correction::label,
                                                (one, other) -> one,
                                                LinkedHashMap::new))));
        return new ModelAndView("measures/result", model);
    }

    private List<TrendView> trendViews(
            Trends.History history, Permit permit, List<ChartPart.Dated> turns) {
        return history.newest().stream()
                .flatMap(charted -> views(charted, trends.recoveries(permit, charted), turns))
                .toList();
    }

    private static Stream<TrendView> views(
            Charted charted, Map<Trend, Recovery> recoveries, List<ChartPart.Dated> turns) {
        return charted.trends().stream()
                .sorted(
                        Comparator.comparing(Trend::offTrack)
                                .reversed()
                                .thenComparing(trend -> trend.rules().reliable() == null)
                                .thenComparing(
                                        trend -> trend.instrument().id(),
                                        Comparator.reverseOrder()))
                .map(trend -> {
                    var recovery = recoveries.get(trend);
                    return TrendView.of(
                            trend, recovery == null ? List.of() : recovery.of(trend), turns);
                });
    }

    private String name(ClientId client, Permit permit) {
        var person = clients.find(permit, client).person();
        return person.givenName() + " " + person.familyName().charAt(0) + ".";
    }

    private static String path(ClientId client) {
        return "/clients/" + client.value() + "/measures";
    }

    private static @Nullable Correction reason(String name) {
        return Arrays.stream(Correction.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
