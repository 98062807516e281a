package care.trellis.placement.web;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.engine.placement.Place;
import care.trellis.organizations.HomeTime;
import care.trellis.organizations.SiteId;
import care.trellis.placement.Proposals;
import care.trellis.placement.WaitingList;
import care.trellis.sessions.TrackId;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The desk of a site: propose, look, take, take back. */
@Controller
@RequestMapping("/placement")
class DeskController {

    private static final Comparator<ClientId> BY_ID =
            Comparator.comparing(client -> client.value().toString());

    private final Proposals proposals;
    private final WaitingList waiting;
    private final DeskViews views;
    private final WhyViews whys;
    private final HomeTime home;

    DeskController(
            Proposals proposals,
            WaitingList waiting,
            DeskViews views,
            WhyViews whys,
            HomeTime home) {
        this.proposals = proposals;
        this.waiting = waiting;
        this.views = views;
        this.whys = whys;
        this.home = home;
    }

    @GetMapping
    @Requires(Action.PLACEMENT_VIEW)
    ModelAndView first(Permit permit) {
        return waiting.sites(permit).keySet().stream()
                .findFirst()
                .map(site -> new ModelAndView("redirect:/placement/" + site.value()))
                .orElseThrow(NotFound::new);
    }

    @GetMapping("/{site}")
    @Requires(value = Action.PLACEMENT_VIEW, site = "site")
    ModelAndView desk(Permit permit, Frame frame, @PathVariable SiteId site) {
        return page(permit, frame, site, List.of());
    }

    /** How far the search is; once it is over, the page is loaded anew. */
    @GetMapping("/{site}/progress")
    @Requires(value = Action.PLACEMENT_VIEW, site = "site")
    ModelAndView progress(Permit permit, HttpServletResponse response, @PathVariable SiteId site) {
        var searching = views.searching(permit, site);
        if (!searching.state().equals("running")) {
            response.setHeader("HX-Refresh", "true");
        }
        return new ModelAndView(
                "placement/progress",
                Map.of("searching", searching, "path", "/placement/" + site.value()));
    }

    @PostMapping("/{site}/searches")
    @Requires(Action.PLACEMENT_EDIT)
    ModelAndView propose(
            Permit permit,
            @PathVariable SiteId site,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        proposals.start(permit, form.key(), site, form.ticked("whole"));
        return back(site);
    }

    @PostMapping("/{site}/searches/{search}/acceptances")
    @Requires(Action.PLACEMENT_EDIT)
    ModelAndView take(
            Permit permit,
            Frame frame,
            @PathVariable SiteId site,
            @PathVariable UUID search,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var clients = form.all("client").stream().map(ClientId::of).sorted(BY_ID).toList();
        var from = form.requiredDate("from", home.today(), "Say from which day on.");
        return Saving.save(
                form,
                () -> proposals.accept(permit, form.key(), search, clients, from),
                "/placement/" + site.value(),
                () -> page(permit, frame, site, form.problems()));
    }

    @PostMapping("/{site}/acceptances/{acceptance}/undo")
    @Requires(Action.PLACEMENT_EDIT)
    ModelAndView undo(Permit permit, @PathVariable SiteId site, @PathVariable UUID acceptance) {
        proposals.undo(permit, acceptance);
        return back(site);
    }

    /** The reasons of one person's place, in a dialog. */
    @GetMapping("/{site}/people/{client}")
    @Requires(value = Action.PLACEMENT_VIEW, client = "client")
    ModelAndView why(
            Permit permit, Frame frame, @PathVariable SiteId site, @PathVariable ClientId client) {
        return new ModelAndView(
                "placement/why",
                Map.of("view", whys.view(permit, site, client), "csrf", frame.csrf()));
    }

    @PostMapping("/{site}/people/{client}/pin")
    @Requires(value = Action.PLACEMENT_EDIT, client = "client")
    ModelAndView pin(
            Permit permit,
            @PathVariable SiteId site,
            @PathVariable ClientId client,
            @RequestParam String place) {
        proposals.pin(permit, client, WhyViews.place(place).orElseThrow(NotFound::new));
        return back(site);
    }

    /** A card was dragged onto a track. */
    @PostMapping("/{site}/people/{client}/moves")
    @Requires(value = Action.PLACEMENT_EDIT, client = "client")
    ModelAndView move(
            Permit permit,
            Frame frame,
            @PathVariable SiteId site,
            @PathVariable ClientId client,
            @RequestParam TrackId track) {
        return proposals.move(permit, site, client, track) instanceof Change.Refused<Place>(var why)
                ? Saving.refused(page(permit, frame, site, why))
                : back(site);
    }

    @PostMapping("/{site}/people/{client}/unpin")
    @Requires(value = Action.PLACEMENT_EDIT, client = "client")
    ModelAndView unpin(Permit permit, @PathVariable SiteId site, @PathVariable ClientId client) {
        proposals.unpin(permit, client);
        return back(site);
    }

    private ModelAndView page(Permit permit, Frame frame, SiteId site, List<Problem> problems) {
        return new ModelAndView(
                "placement/desk",
                Map.of("frame", frame, "view", views.view(permit, site, problems)));
    }

    private static ModelAndView back(SiteId site) {
        return new ModelAndView("redirect:/placement/" + site.value());
    }
}
