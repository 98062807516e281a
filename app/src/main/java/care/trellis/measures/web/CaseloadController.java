package care.trellis.measures.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.measures.Trends;
import care.trellis.web.Frame;
import care.trellis.web.Tab;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A caseload at a glance: one small chart each, those that are not on track first. */
@Controller
class CaseloadController {

    private final Trends trends;
    private final MeasureTabs tabs;

    CaseloadController(Trends trends, MeasureTabs tabs) {
        this.trends = trends;
        this.tabs = tabs;
    }

    @GetMapping("/measures/caseload")
    @Requires(Action.MEASURE_VIEW)
    ModelAndView page(
            @RequestParam(defaultValue = "false") boolean all, Permit permit, Frame frame) {
        var staff = permit.actor().staff();
        boolean mine = !all && staff != null;
        var multiples =
                trends.caseload(permit, mine ? staff : null).stream()
                        .map(MultipleView::of)
                        .toList();
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("tabs", tabs.of(permit.actor(), "Caseload"));
        model.put(
                "whose",
                staff == null
                        ? List.<Tab>of()
                        : List.of(
                                new Tab("My groups", "/measures/caseload", mine),
                                new Tab("Everybody", "/measures/caseload?all=true", !mine)));
        model.put("multiples", multiples);
        model.put("off", multiples.stream().filter(MultipleView::off).count());
        return new ModelAndView("measures/caseload", model);
    }
}
