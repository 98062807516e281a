package care.trellis.measures.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.measures.DueMeasure;
import care.trellis.measures.DueMeasures;
import care.trellis.web.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Who owes which measure today: the list that the front desk hands tablets out by. */
@Controller
class DueController {

    private final DueMeasures due;
    private final MeasureTabs tabs;

    DueController(DueMeasures due, MeasureTabs tabs) {
        this.due = due;
        this.tabs = tabs;
    }

    @GetMapping("/measures")
    @Requires(Action.MEASURE_GIVE)
    ModelAndView page(Permit permit, Frame frame) {
        var byClient = new LinkedHashMap<Object, List<DueMeasure>>();
        due.all(permit)
                .forEach(one ->
                        byClient.computeIfAbsent(one.stay().client(), any -> new ArrayList<>())
                                .add(one));
        var rows = byClient.values().stream().map(DueRow::of).toList();
        return new ModelAndView(
                "measures/due",
                Map.of(
                        "frame",
                        frame,
                        "tabs",
                        tabs.of(permit.actor(), "Due"),
                        "rows",
                        rows,
                        "tablet",
                        "/tablet/" + permit.organization().value()));
    }
}
