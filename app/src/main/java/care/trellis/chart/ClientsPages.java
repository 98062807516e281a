package care.trellis.chart;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.web.Frame;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of clients, and the chart of one. */
@Controller
class ClientsPages {

    private final ClientList list;
    private final Chart chart;
    private final Access access;

    ClientsPages(ClientList list, Chart chart, Access access) {
        this.list = list;
        this.chart = chart;
        this.access = access;
    }

    @GetMapping("/clients")
    @Requires(Action.CLIENT_LIST)
    String list(
            Permit permit,
            Frame frame,
            Model model,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String program,
            @RequestParam(defaultValue = "") String track,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String coverage,
            @RequestParam(defaultValue = "") String order) {
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                list.read(
                        permit,
                        new ClientList.Filters(status, program, track, level, coverage, order)));
        return "chart/clients";
    }

    @GetMapping("/clients/{client}")
    @Requires(value = Action.CLIENT_VIEW, client = "client")
    String chart(Permit permit, Frame frame, Model model, @PathVariable UUID client) {
        var view = chart.open(permit, new ClientId(client));
        model.addAttribute("frame", frame);
        model.addAttribute("view", view);
        model.addAttribute("title", view.shortName());
        model.addAttribute(
                "planPath",
                access.mayByRole(permit.actor(), Action.SESSION_EDIT)
                        ? "/sessions/new?client=" + client
                        : "");
        return "chart/chart";
    }
}
