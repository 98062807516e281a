package care.trellis.measures.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.measures.CheckIns;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.util.HashMap;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The daily check-in as staff take it: two taps, or one for who is not OK. */
@Controller
@RequestMapping("/clients/{client}/check-in")
class CheckInController {

    private final CheckIns checkIns;
    private final Clients clients;

    CheckInController(CheckIns checkIns, Clients clients) {
        this.checkIns = checkIns;
        this.clients = clients;
    }

    @GetMapping
    @Requires(value = Action.MEASURE_GIVE, client = "client")
    ModelAndView ask(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam(required = false) String kept) {
        return page(permit, frame, client, Form.empty(), kept != null);
    }

    @PostMapping
    @Requires(value = Action.MEASURE_GIVE, client = "client")
    ModelAndView record(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var mood = form.whole("mood");
        var craving = form.whole("craving");
        return Saving.save(
                form,
                () ->
                        checkIns.record(
                                permit, form.key(), client, mood, craving, !form.ticked("notOk")),
                "/clients/" + client.value() + "/check-in?kept",
                () -> page(permit, frame, client, form, false));
    }

    private ModelAndView page(
            Permit permit, Frame frame, ClientId client, Form form, boolean kept) {
        form.key();
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("form", form);
        model.put("name", clients.find(permit, client).person().shortName());
        model.put("path", "/clients/" + client.value());
        model.put("kept", kept);
        return new ModelAndView("measures/checkIn", model);
    }
}
