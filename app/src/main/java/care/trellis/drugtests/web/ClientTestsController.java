package care.trellis.drugtests.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.drugtests.DrugTest;
import care.trellis.drugtests.DrugTests;
import care.trellis.drugtests.Panels;
import care.trellis.drugtests.Standing;
import care.trellis.web.Event;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One client's tests, and whether the client takes part in the draw. */
@Controller
@RequestMapping("/clients/{client}/drug-tests")
class ClientTestsController {

    private final DrugTests tests;
    private final Panels panels;
    private final Clients clients;
    private final Access access;

    ClientTestsController(DrugTests tests, Panels panels, Clients clients, Access access) {
        this.tests = tests;
        this.panels = panels;
        this.clients = clients;
        this.access = access;
    }

    @GetMapping
    @Requires(value = Action.DRUG_TEST_VIEW, client = "client")
    ModelAndView list(Permit permit, Frame frame, @PathVariable ClientId client) {
        return page(permit, frame, client, Form.empty(), Form.empty());
    }

    @PostMapping("/standing")
    @Requires(value = Action.DRUG_TEST_ORDER, client = "client")
    ModelAndView stand(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var perWeek = form.decimal("perWeek");
        return Saving.save(
                form,
                () ->
                        tests.stand(
                                permit,
                                form.key(),
                                client,
                                form.ticked("takesPart"),
                                form.value("panel"),
                                perWeek,
                                form.value("reason")),
                path(client),
                () -> page(permit, frame, client, form, Form.empty()));
    }

    @PostMapping
    @Requires(value = Action.DRUG_TEST_ORDER, client = "client")
    ModelAndView order(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var day =
                form.requiredDate(
                        "day", clients.today(permit, client), "Choose the day of the test.");
        return Saving.save(
                form,
                () ->
                        tests.order(
                                permit,
                                form.key(),
                                client,
                                form.value("panel"),
                                form.choice("why", DrugTest.Why.SCHEDULED),
                                day),
                path(client),
                () -> page(permit, frame, client, Form.empty(), form));
    }

    private ModelAndView page(Permit permit, Frame frame, ClientId client, Form stand, Form order) {
        var zone = clients.zone(permit, client);
        var said = tests.standing(permit, client);
        boolean takesPart = !said.isEmpty() && said.getFirst().takesPart();
        stand.key();
        order.key();
        if (order.value("day").isEmpty() && !order.wrong()) {
            order.with("day", clients.today(permit, client));
        }
        var labels = new LinkedHashMap<String, String>();
        panels.all().forEach(panel -> labels.put(panel.id(), panel.title()));
        return new ModelAndView(
                "drugtests/client",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        new ClientView(
                                "/clients/" + client.value(),
                                clients.find(permit, client).person().shortName(),
                                said.isEmpty()
                                        ? "Does not take part in random testing."
                                        : sentence(said.getFirst()),
                                takesPart,
                                takesPart ? Tone.INFO : Tone.NEUTRAL,
                                said.stream().map(one -> event(one, zone)).toList(),
                                tests.of(permit, client).stream()
                                        .map(one -> row(client, one))
                                        .toList(),
                                access.mayByRole(permit.actor(), Action.DRUG_TEST_ORDER),
                                stand,
                                order,
                                order.choices("panel", labels),
                                order.choices("why", whys()))));
    }

    private static Map<String, String> whys() {
        var whys = new LinkedHashMap<String, String>();
        for (var why :
                List.of(DrugTest.Why.SCHEDULED, DrugTest.Why.CLINICAL, DrugTest.Why.ADMISSION)) {
            whys.put(why.name(), why.label());
        }
        return whys;
    }

    private String sentence(Standing standing) {
        if (!standing.takesPart()) {
            return "Does not take part in random testing.";
        }
        var perWeek = standing.perWeek();
        return "Takes part in the random draw: %s, %s."
                .formatted(
                        panels.find(standing.panel())
                                .map(Panels.Panel::title)
                                .orElse(standing.panel()),
                        perWeek == null
                                ? "twice a week in the first four weeks, then weekly, from the 13th week twice a month"
                                : perWeek.stripTrailingZeros().toPlainString() + " a week");
    }

    private static Event event(Standing standing, ZoneId zone) {
        return new Event(
                When.time(standing.at(), zone),
                (standing.takesPart() ? "Takes part, " : "Ended, ") + standing.by(),
                standing.reason(),
                Tone.NEUTRAL);
    }

    private ClientView.Row row(ClientId client, DrugTest test) {
        var decisive = test.decisive();
        return new ClientView.Row(
                path(client) + "/" + test.id().value(),
                When.day(test.day()),
                test.why().label(),
                panels.find(test.panel()).map(Panels.Panel::title).orElse(test.panel()),
                decisive.map(result ->
                                result.consistent()
                                        ? "Consistent"
                                        : test.needsConfirmation()
                                                ? "Presumptive"
                                                : "Not consistent")
                        .orElse(test.state().label()),
                decisive.map(result -> result.consistent() ? Tone.GOOD : Tone.WATCH)
                        .orElse(DayController.tone(test.state())));
    }

    private static String path(ClientId client) {
        return "/clients/" + client.value() + "/drug-tests";
    }
}
