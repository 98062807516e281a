package care.trellis.measures.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Actor;
import care.trellis.web.Tab;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The pages of measures beside each other, as far as the reader may open them. */
@Component
class MeasureTabs {

    private final Access access;

    MeasureTabs(Access access) {
        this.access = access;
    }

    List<Tab> of(Actor actor, String active) {
        var tabs = new ArrayList<Tab>();
        add(tabs, actor, Action.MEASURE_GIVE, "Due", "/measures", active);
        add(tabs, actor, Action.MEASURE_VIEW, "Alerts", "/measures/alerts", active);
        add(tabs, actor, Action.MEASURE_VIEW, "Caseload", "/measures/caseload", active);
        add(tabs, actor, Action.MEASURE_VIEW, "Program", "/measures/program", active);
        add(tabs, actor, Action.MEASURE_VIEW, "Evidence", "/measures/evidence", active);
        add(tabs, actor, Action.MEASURE_VIEW, "Feedback", "/measures/feedback", active);
        add(tabs, actor, Action.MEASURE_VIEW, "Instruments", "/measures/instruments", active);
        add(tabs, actor, Action.MEASURE_SETTINGS, "Cadence", "/measures/cadence", active);
        return tabs;
    }

    private void add(
            List<Tab> tabs, Actor actor, Action needs, String label, String path, String active) {
        if (access.mayByRole(actor, needs)) {
            tabs.add(new Tab(label, path, label.equals(active)));
        }
    }
}
