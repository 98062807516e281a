package care.trellis.receivables.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.organizations.HomeTime;
import care.trellis.receivables.Receivables;
import care.trellis.web.Frame;
import care.trellis.web.When;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is owed, by whom and for how long. */
@Controller
class ReceivablesController {

    private final Receivables receivables;
    private final HomeTime home;

    ReceivablesController(Receivables receivables, HomeTime home) {
        this.receivables = receivables;
        this.home = home;
    }

    @GetMapping("/receivables")
    @Requires(value = Action.RECEIVABLE_VIEW, purpose = Permit.Purpose.PAYMENT)
    ModelAndView overview(Permit permit, Frame frame) {
        var overview = receivables.overview(permit);
        return new ModelAndView(
                "receivables/receivables",
                Map.of(
                        "page",
                        frame.page("receivables", "Receivables", ""),
                        "view",
                        ReceivablesViews.page(overview, When.full(overview.asOf(), home.zone()))));
    }
}
