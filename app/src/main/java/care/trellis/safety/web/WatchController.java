package care.trellis.safety.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.organizations.SiteId;
import care.trellis.safety.Flags;
import care.trellis.safety.Standing;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.When;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The watch: every flag that stands, and who is on call. */
@Controller
class WatchController {

    private final Flags flags;
    private final WatchedSites sites;
    private final Access access;
    private final Clock clock;

    WatchController(Flags flags, WatchedSites sites, Access access, Clock clock) {
        this.flags = flags;
        this.sites = sites;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/safety")
    @Requires(Action.SAFETY_VIEW)
    ModelAndView watch(Permit permit, Frame frame) {
        return page(permit, frame, null, Form.empty());
    }

    @PostMapping("/safety/{site}/watch")
    @Requires(value = Action.SAFETY_EDIT, site = "site")
    ModelAndView goOnCall(
            Permit permit,
            Frame frame,
            @PathVariable SiteId site,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        return Saving.save(
                form,
                () -> flags.goOnCall(permit, site, form.value("phone")),
                "/safety",
                () -> page(seeing(permit), frame, site, form));
    }

    private Permit seeing(Permit permit) {
        return access.decide(permit.actor(), Action.SAFETY_VIEW, permit.purpose(), null)
                .orElseThrow();
    }

    private ModelAndView page(Permit permit, Frame frame, @Nullable SiteId sentFor, Form sent) {
        return new ModelAndView(
                "safety/watch",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        new WatchView(
                                flags.standing(permit).stream().map(this::row).toList(),
                                watches(permit, sentFor, sent),
                                access.mayByRole(permit.actor(), Action.SAFETY_EDIT))));
    }

    private WatchView.Row row(Standing standing) {
        var flag = standing.flag();
        var zone = ZoneId.of(standing.zone());
        var owner = flag.owner();
        return new WatchView.Row(
                standing.name(),
                "/clients/" + flag.client().value() + "/safety",
                flag.kind().label(),
                flag.level().label(),
                FlagCards.tone(flag, clock.instant()),
                When.time(flag.raisedAt(), zone),
                FlagCards.clock(flag, zone, clock.instant()),
                owner == null ? "Nobody yet" : owner);
    }

    private List<WatchView.Watch> watches(Permit permit, @Nullable SiteId sentFor, Form sent) {
        return sites.of(permit).stream()
                .map(site ->
                        new WatchView.Watch(
                                "phone-" + site.id().value(),
                                site.name(),
                                flags.onCall(permit, site.id())
                                        .map(one ->
                                                "%s, %s, since %s"
                                                        .formatted(
                                                                one.name(),
                                                                one.phone(),
                                                                When.time(one.from(), site.zone())))
                                        .orElse(""),
                                "/safety/" + site.id().value() + "/watch",
                                site.id().equals(sentFor) ? sent : Form.empty()))
                .toList();
    }
}
