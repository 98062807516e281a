package care.trellis.measures.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.base.Resource;
import care.trellis.engine.instruments.AlertClass;
import care.trellis.measures.Alert;
import care.trellis.measures.AlertId;
import care.trellis.measures.Alerts;
import care.trellis.web.CallsForHelp;
import care.trellis.web.ChartPart;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What somebody must act on: the list that stays current, and one alert until it is closed. */
@Controller
@RequestMapping("/measures/alerts")
class AlertController {

    private final Alerts alerts;
    private final AlertViews views;
    private final MeasureTabs tabs;
    private final Access access;
    private final List<ChartPart> parts;
    private final List<CallsForHelp> calls;
    private final Clock clock;

    AlertController(
            Alerts alerts,
            AlertViews views,
            MeasureTabs tabs,
            Access access,
            List<ChartPart> parts,
            List<CallsForHelp> calls,
            Clock clock) {
        this.alerts = alerts;
        this.views = views;
        this.tabs = tabs;
        this.access = access;
        this.parts = parts;
        this.calls = calls;
        this.clock = clock;
    }

    @GetMapping
    @Requires(Action.MEASURE_VIEW)
    ModelAndView list(Permit permit, Frame frame) {
        var model = lists(permit);
        model.put("frame", frame);
        model.put("tabs", tabs.of(permit.actor(), "Alerts"));
        model.put("live", "/measures/alerts/live?since=" + System.currentTimeMillis());
        return new ModelAndView("measures/alerts", model);
    }

    /** The two lists alone, for a page that heard of a change. */
    @GetMapping("/lists")
    @Requires(Action.MEASURE_VIEW)
    ModelAndView part(Permit permit) {
        return new ModelAndView("measures/alerts/lists", lists(permit));
    }

    /**
     * What asks for somebody at once, for every page that is open; nothing for most. One of class
     * A0 that nobody has taken covers the whole page and sounds; on its own page it does not, so
     * that it can be taken and closed there.
     *
     * @param page the address of the page that asks
     */
    @GetMapping("/alarm")
    @Requires(Action.OWN_ACCOUNT)
    ModelAndView alarm(
            Permit permit,
            Frame frame,
            @RequestHeader(name = "HX-Current-URL", defaultValue = "") String page) {
        var now = clock.instant();
        var urgent =
                access.mayByRole(permit.actor(), Action.ALERT_ACT)
                        ? alerts.open(permit).stream().filter(Alert::immediate).toList()
                        : List.<Alert>of();
        var covers =
                urgent.stream()
                        .filter(one ->
                                one.alertClass() == AlertClass.A0
                                        && one.takenAt() == null
                                        && !page.contains("/measures/alerts/" + one.id().value()))
                        .findFirst();
        var model = new HashMap<String, Object>();
        model.put("csrf", frame.csrf());
        model.put("calls", calls.stream().flatMap(one -> one.open(permit).stream()).toList());
        model.put("lines", urgent.stream().map(one -> views.line(one, now, true)).toList());
        model.put("cover", covers.map(one -> views.line(one, now, true)).orElse(null));
        model.put(
                "plan",
                covers.map(one -> alerts.crisisPlan(acting(permit, one), one.client())).orElse(""));
        return new ModelAndView("measures/alerts/alarm", model);
    }

    private Permit acting(Permit permit, Alert alert) {
        return access.decide(
                        permit.actor(),
                        Action.ALERT_ACT,
                        Permit.Purpose.TREATMENT,
                        new Resource(Resource.Kind.CLIENT, alert.client().value()))
                .orElseThrow(NotFound::new);
    }

    @GetMapping("/{alert}")
    @Requires(Action.ALERT_ACT)
    ModelAndView one(@PathVariable UUID alert, Permit permit, Frame frame) {
        return page(alerts.see(permit, new AlertId(alert)), permit, frame, Form.empty());
    }

    @PostMapping("/{alert}/taken")
    @Requires(Action.ALERT_ACT)
    String take(@PathVariable UUID alert, Permit permit) {
        alerts.take(permit, new AlertId(alert));
        return "redirect:/measures/alerts/" + alert;
    }

    @PostMapping("/{alert}/closing")
    @Requires(Action.ALERT_ACT)
    ModelAndView close(
            @PathVariable UUID alert,
            @RequestParam MultiValueMap<String, String> sent,
            Permit permit,
            Frame frame) {
        var form = Form.typed(sent);
        return Saving.save(
                form,
                () ->
                        alerts.close(
                                permit,
                                new AlertId(alert),
                                form.choice("decision", Alert.Decision.class),
                                form.choice("risk", Alert.Risk.class),
                                form.ticked("planReviewed"),
                                form.value("note")),
                "/measures/alerts",
                () -> page(alerts.see(permit, new AlertId(alert)), permit, frame, form));
    }

    private Map<String, Object> lists(Permit permit) {
        var now = clock.instant();
        boolean mayAct = access.mayByRole(permit.actor(), Action.ALERT_ACT);
        var model = new HashMap<String, Object>();
        model.put(
                "open",
                alerts.open(permit).stream().map(one -> views.line(one, now, mayAct)).toList());
        model.put(
                "closed",
                alerts.closed(permit).stream().map(one -> views.line(one, now, mayAct)).toList());
        return model;
    }

    private ModelAndView page(Alert alert, Permit permit, Frame frame, Form form) {
        var risks = new LinkedHashMap<String, String>();
        Arrays.stream(Alert.Risk.values()).forEach(risk -> risks.put(risk.name(), risk.label()));
        var decisions = new LinkedHashMap<String, String>();
        Arrays.stream(Alert.Decision.values())
                .filter(decision -> decision.safety() == alert.safety())
                .forEach(decision -> decisions.put(decision.name(), decision.label()));
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("form", form);
        model.put("view", views.page(alert, clock.instant()));
        model.put(
                "places",
                parts.stream()
                        .flatMap(part -> part.places(permit, alert.client().value()).stream())
                        .toList());
        model.put("risks", form.choices("risk", risks));
        model.put("decisions", form.choices("decision", decisions));
        model.put("assess", access.mayByRole(permit.actor(), Action.MEASURE_GIVE));
        model.put("plan", alerts.crisisPlan(permit, alert.client()));
        return new ModelAndView("measures/alert", model);
    }
}
