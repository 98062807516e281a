package care.trellis.measures.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.measures.Evidence;
import care.trellis.measures.EvidencePacks;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.When;
import java.util.HashMap;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a payer is shown: made, kept, and made again to compare. */
@Controller
@RequestMapping("/measures/evidence")
class EvidenceController {

    private static final int USUAL_DAYS = 90;

    private final EvidencePacks packs;
    private final MeasureTabs tabs;
    private final HomeTime home;

    EvidenceController(EvidencePacks packs, MeasureTabs tabs, HomeTime home) {
        this.packs = packs;
        this.tabs = tabs;
        this.home = home;
    }

    @GetMapping
    @Requires(value = Action.MEASURE_VIEW, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView list(Permit permit, Frame frame) {
        var to = home.today().minusDays(1);
        return page(
                permit, frame, Form.empty().with("from", to.minusDays(USUAL_DAYS)).with("to", to));
    }

    @PostMapping
    @Requires(value = Action.MEASURE_VIEW, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView make(
            Permit permit, Frame frame, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var from = form.requiredDate("from", home.today(), "Choose the first day.");
        var to = form.requiredDate("to", home.today(), "Choose the last day.");
        return Saving.save(
                form,
                () -> packs.make(permit, form.key(), from, to),
                made -> "/measures/evidence/" + made,
                () -> page(permit, frame, form));
    }

    @GetMapping("/{evidence}")
    @Requires(value = Action.MEASURE_VIEW, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView open(Permit permit, Frame frame, @PathVariable UUID evidence) {
        var found = packs.open(permit, evidence);
        var again = packs.again(permit, found);
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("title", span(found));
        model.put("hash", found.hash());
        model.put("made", found.madeBy() + ", " + When.full(found.madeAt(), home.zone()));
        model.put("intact", found.intact());
        model.put("alike", packs.hash(again).equals(found.hash()));
        model.put("differs", found.differsFrom(again));
        model.put("lines", found.content().lines().stream().map(EvidenceLine::of).toList());
        model.put("left", found.content().left());
        return new ModelAndView("measures/evidence", model);
    }

    private ModelAndView page(Permit permit, Frame frame, Form form) {
        form.key();
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("tabs", tabs.of(permit.actor(), "Evidence"));
        model.put("form", form);
        model.put(
                "rows",
                packs.all(permit).stream()
                        .map(one ->
                                new EvidenceLine.Made(
                                        "/measures/evidence/" + one.id(),
                                        span(one),
                                        one.madeBy() + ", " + When.time(one.madeAt(), home.zone()),
                                        one.hash().substring(0, 16)))
                        .toList());
        return new ModelAndView("measures/evidenceList", model);
    }

    private static String span(Evidence evidence) {
        return String.format(
                Locale.US, "%s to %s", When.day(evidence.from()), When.day(evidence.to()));
    }
}
