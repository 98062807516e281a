package care.trellis.measures.web;

import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.measures.AdministrationId;
import care.trellis.measures.Answered;
import care.trellis.measures.Answering;
import care.trellis.measures.Asked;
import care.trellis.measures.Giving;
import care.trellis.measures.Language;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Interviewing and copying from paper: the whole form on one page, each answer kept as it is
 * pressed, so that an alert is raised here too before anything is submitted.
 */
@Controller
@RequestMapping("/clients/{client}/measures/entries/{measure}")
class EntryController {

    private final Answering answering;
    private final Giving giving;

    EntryController(Answering answering, Giving giving) {
        this.answering = answering;
        this.giving = giving;
    }

    @GetMapping
    @Requires(value = Action.MEASURE_GIVE, client = "client")
    ModelAndView page(
            @PathVariable ClientId client, @PathVariable UUID measure, Permit permit, Frame frame) {
        return page(client, asked(permit, client, measure), permit, frame, "");
    }

    @PutMapping("/answers/{item}")
    @Requires(value = Action.MEASURE_GIVE, client = "client")
    ModelAndView keep(
            @PathVariable ClientId client,
            @PathVariable UUID measure,
            @PathVariable String item,
            @RequestParam MultiValueMap<String, String> sent,
            Permit permit) {
        asked(permit, client, measure);
        var answered =
                answering.answer(
                        permit,
                        new AdministrationId(measure),
                        item,
                        code(sent.getFirst("item-" + item)),
                        Language.ENGLISH);
        return switch (answered) {
            case Answered.Kept(var alert) ->
                    new ModelAndView(
                            "measures/entry/kept",
                            Map.of("alert", alert == null ? "" : Texts.clock(alert), "wrong", ""));
            case Answered.NotAnAnswer() ->
                    refused("This is not among its answers. It was not kept.");
            case Answered.Over() ->
                    refused("This measure is finished. Correct its result instead.");
        };
    }

    @PostMapping("/submission")
    @Requires(value = Action.MEASURE_GIVE, client = "client")
    ModelAndView submit(
            @PathVariable ClientId client,
            @PathVariable UUID measure,
            @RequestParam MultiValueMap<String, String> sent,
            Permit permit,
            Frame frame) {
        var id = new AdministrationId(measure);
        var asked = asked(permit, client, measure);
        for (var item : asked.instrument().items()) {
            var code = code(sent.getFirst("item-" + item.number()));
            if (code != null
                    && answering.answer(permit, id, item.number(), code, Language.ENGLISH)
                            instanceof Answered.NotAnAnswer) {
                return Saving.refused(
                        page(
                                client,
                                asked(permit, client, measure),
                                permit,
                                frame,
                                item.concept() + ": choose one of its answers."));
            }
        }
        answering.submit(permit, id, "");
        var next = giving.one(permit, client, asked.measure().sitting()).next();
        return new ModelAndView(
                "redirect:/clients/"
                        + client.value()
                        + "/measures/"
                        + next.map(one -> "entries/" + one.id().value()).orElse("give"));
    }

    private Asked asked(Permit permit, ClientId client, UUID measure) {
        var asked = answering.open(permit, new AdministrationId(measure));
        if (!asked.measure().client().equals(client)) {
            throw new NotFound();
        }
        return asked;
    }

    private ModelAndView page(
            ClientId client, Asked asked, Permit permit, Frame frame, String wrong) {
        if (!asked.measure().open()) {
            throw new NotFound();
        }
        var sitting = giving.one(permit, client, asked.measure().sitting());
        var path =
                "/clients/%s/measures/entries/%s"
                        .formatted(client.value(), asked.measure().id().value());
        var safety = asked.safety();
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("path", path);
        model.put("chart", "/clients/" + client.value());
        model.put("view", EntryView.of(asked, sitting, path));
        model.put("alert", safety == null ? "" : Texts.clock(safety));
        model.put("wrong", wrong);
        return new ModelAndView("measures/entry", model);
    }

    private static ModelAndView refused(String words) {
        return Saving.refused(
                new ModelAndView("measures/entry/kept", Map.of("alert", "", "wrong", words)));
    }

    private static @Nullable Integer code(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Integer.valueOf(text.strip());
        } catch (NumberFormatException noNumber) {
            return Integer.MIN_VALUE;
        }
    }
}
