package care.trellis.curricula.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.curricula.Curricula;
import care.trellis.curricula.Curriculum;
import care.trellis.curricula.Exposure;
import care.trellis.sessions.SessionId;
import care.trellis.web.Frame;
import care.trellis.web.When;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a session teaches, and what a client got. */
@Controller
class CurriculumController {

    private static final int SUGGESTED = 3;

    private final Curricula curricula;
    private final Clients clients;
    private final Access access;

    CurriculumController(Curricula curricula, Clients clients, Access access) {
        this.curricula = curricula;
        this.clients = clients;
        this.access = access;
    }

    @GetMapping("/clients/{client}/curriculum")
    @Requires(value = Action.CURRICULUM_VIEW, client = "client")
    ModelAndView client(Permit permit, Frame frame, @PathVariable ClientId client) {
        var exposures = curricula.exposure(permit, client);
        int whole = curricula.curriculum().minutes();
        var zone = clients.zone(permit, client);
        return new ModelAndView(
                "curricula/coverage",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        new CoverageView(
                                "/clients/" + client.value(),
                                clients.find(permit, client).person().shortName(),
                                "%d of %d modules, %d minutes"
                                        .formatted(
                                                exposures.stream()
                                                        .filter(one -> one.had(whole))
                                                        .count(),
                                                exposures.size(),
                                                exposures.stream()
                                                        .mapToInt(Exposure::minutes)
                                                        .sum()),
                                exposures.stream()
                                        .filter(one -> one.core() && !one.had(whole))
                                        .map(one -> missing(one, zone))
                                        .toList(),
                                weeks(exposures, whole, zone))));
    }

    @GetMapping("/sessions/{session}/module")
    @Requires(value = Action.CURRICULUM_VIEW, session = "session")
    ModelAndView session(Permit permit, Frame frame, @PathVariable SessionId session) {
        var module = curricula.of(permit, session);
        return new ModelAndView(
                "curricula/module",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        new ModuleView(
                                "/sessions/" + session.value() + "/module",
                                "/sessions/" + session.value(),
                                module.map(Curriculum.Module::code).orElse(""),
                                module.map(Curriculum.Module::title).orElse(""),
                                module.map(Curriculum.Module::objectives).orElse(List.of()),
                                module.map(Curriculum.Module::handout).orElse(""),
                                module.map(Curriculum.Module::source).orElse(""),
                                access.mayByRole(permit.actor(), Action.CURRICULUM_TEACH),
                                lines(curricula.next(permit, session, SUGGESTED)),
                                lines(curricula.curriculum().modules()))));
    }

    @PostMapping("/sessions/{session}/module")
    @Requires(value = Action.CURRICULUM_TEACH, session = "session")
    String teach(Permit permit, @PathVariable SessionId session, @RequestParam String module) {
        curricula.teach(permit, session, module);
        return "redirect:/sessions/" + session.value() + "/module";
    }

    private static String missing(Exposure exposure, ZoneId zone) {
        return exposure.module().code()
                + " "
                + exposure.module().title()
                + (exposure.ahead().isEmpty()
                        ? ": not planned in this client's groups yet"
                        : ": next on " + When.time(exposure.ahead().getFirst(), zone));
    }

    private static List<CoverageView.Week> weeks(List<Exposure> exposures, int whole, ZoneId zone) {
        return exposures.stream()
                .collect(
                        Collectors.groupingBy(
                                one -> one.module().week(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(week ->
                        new CoverageView.Week(
                                "Week " + week.getKey(),
                                week.getValue().stream()
                                        .map(one -> cell(one, whole, zone))
                                        .toList()))
                .toList();
    }

    private static CoverageView.Cell cell(Exposure exposure, int whole, ZoneId zone) {
        var state =
                exposure.had(whole)
                        ? "had"
                        : exposure.minutes() > 0
                                ? "part"
                                : exposure.ahead().isEmpty() ? "none" : "ahead";
        var words =
                switch (state) {
                    case "had", "part" -> exposure.minutes() + " min";
                    case "ahead" -> When.time(exposure.ahead().getFirst(), zone);
                    default -> "Not yet";
                };
        return new CoverageView.Cell(
                exposure.module().code(), exposure.module().title(), exposure.core(), state, words);
    }

    private static List<ModuleView.Line> lines(List<Curriculum.Module> modules) {
        return modules.stream()
                .map(module -> new ModuleView.Line(module.code(), module.title()))
                .toList();
    }
}
