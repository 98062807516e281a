package care.trellis.placement.web;

import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.organizations.SiteId;
import care.trellis.placement.Preference;
import care.trellis.placement.TrackRules;
import care.trellis.placement.TrackTerms;
import care.trellis.sessions.TrackId;
import care.trellis.sessions.Tracks;
import care.trellis.web.Choice;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whom a track is for. */
@Controller
@RequestMapping("/placement/{site}/tracks/{track}")
class TermsController {

    private final TrackRules rules;
    private final Tracks tracks;

    TermsController(TrackRules rules, Tracks tracks) {
        this.rules = rules;
        this.tracks = tracks;
    }

    @GetMapping
    @Requires(Action.PLACEMENT_EDIT)
    ModelAndView open(
            Permit permit, Frame frame, @PathVariable SiteId site, @PathVariable TrackId track) {
        var terms = rules.all(permit).getOrDefault(track, TrackTerms.USUAL);
        var form =
                Form.empty()
                        .with("language", terms.language())
                        .with("youngest", terms.youngest())
                        .with(
                                "oldest",
                                terms.oldest() == TrackTerms.ANY_AGE ? null : terms.oldest())
                        .with("seats", terms.seats())
                        .withAll("reserved", terms.reservedFor());
        return page(permit, frame, site, track, form);
    }

    @PostMapping
    @Requires(Action.PLACEMENT_EDIT)
    ModelAndView keep(
            Permit permit,
            Frame frame,
            @PathVariable SiteId site,
            @PathVariable TrackId track,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var oldest = form.whole("oldest");
        var terms =
                new TrackTerms(
                        form.value("language"),
                        form.requiredWhole("youngest"),
                        Objects.requireNonNullElse(oldest, TrackTerms.ANY_AGE),
                        Preference.GROUPS.stream()
                                .filter(it -> form.ticked("reserved", it))
                                .collect(Collectors.toSet()),
                        form.whole("seats"));
        return Saving.save(
                form,
                () -> rules.keep(permit, track, terms),
                "/placement/" + site.value(),
                () -> page(permit, frame, site, track, form));
    }

    private ModelAndView page(Permit permit, Frame frame, SiteId site, TrackId track, Form form) {
        var name =
                tracks.all(permit).stream()
                        .filter(it -> it.id().equals(track) && it.site().equals(site))
                        .findFirst()
                        .orElseThrow(NotFound::new)
                        .name();
        return new ModelAndView("placement/terms")
                .addObject("frame", frame)
                .addObject(
                        "view",
                        new TermsView(
                                "/placement/" + site.value(),
                                "/placement/%s/tracks/%s".formatted(site.value(), track.value()),
                                name,
                                form,
                                Preference.LANGUAGES.stream()
                                        .map(it ->
                                                new Choice(
                                                        it, it, it.equals(form.value("language"))))
                                        .toList(),
                                Preference.GROUPS.stream()
                                        .map(it -> new Choice(it, it, form.ticked("reserved", it)))
                                        .toList()));
    }
}
