package care.trellis.placement.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.organizations.HomeTime;
import care.trellis.organizations.SiteId;
import care.trellis.placement.KeptApart;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.When;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who must not sit in one group with whom. */
@Controller
@RequestMapping("/placement/{site}/apart")
class ApartController {

    private final KeptApart apart;
    private final HomeTime home;

    ApartController(KeptApart apart, HomeTime home) {
        this.apart = apart;
        this.home = home;
    }

    @GetMapping
    @Requires(Action.KEEP_APART)
    ModelAndView pairs(Permit permit, Frame frame, @PathVariable SiteId site) {
        return page(permit, frame, site, Form.empty());
    }

    @PostMapping
    @Requires(Action.KEEP_APART)
    ModelAndView keep(
            Permit permit,
            Frame frame,
            @PathVariable SiteId site,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var one = form.requiredId("one", "Choose the first person.");
        var other = form.requiredId("other", "Choose the second person.");
        return Saving.save(
                form,
                () ->
                        apart.keep(
                                permit,
                                form.key(),
                                new ClientId(Objects.requireNonNull(one)),
                                new ClientId(Objects.requireNonNull(other)),
                                form.value("why")),
                path(site),
                () -> page(permit, frame, site, form));
    }

    @PostMapping("/{pair}/lift")
    @Requires(Action.KEEP_APART)
    ModelAndView lift(Permit permit, @PathVariable SiteId site, @PathVariable UUID pair) {
        apart.lift(permit, site, pair);
        return new ModelAndView("redirect:" + path(site));
    }

    private ModelAndView page(Permit permit, Frame frame, SiteId site, Form form) {
        var names = new LinkedHashMap<String, String>();
        apart.people(permit, site)
                .forEach((client, name) -> names.put(client.value().toString(), name));
        var zone = home.zone();
        return new ModelAndView("placement/apart")
                .addObject("frame", frame)
                .addObject(
                        "view",
                        new ApartView(
                                "/placement/" + site.value(),
                                form,
                                form.choices("one", "Choose a client", names),
                                form.choices("other", "Choose a client", names),
                                apart.at(permit, site).stream()
                                        .map(pair ->
                                                new ApartView.Pair(
                                                        pair.names(),
                                                        pair.reason(),
                                                        "%s, %s"
                                                                .formatted(
                                                                        pair.madeBy(),
                                                                        When.time(
                                                                                pair.madeAt(),
                                                                                zone)),
                                                        path(site) + "/" + pair.id() + "/lift"))
                                        .toList()));
    }

    private static String path(SiteId site) {
        return "/placement/" + site.value() + "/apart";
    }
}
