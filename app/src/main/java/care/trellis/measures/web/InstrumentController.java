package care.trellis.measures.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.measures.Library;
import care.trellis.measures.Pack;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The instruments, what their owners allow, and the wording that a site loads for itself. */
@Controller
@RequestMapping("/measures/instruments")
class InstrumentController {

    private final Library library;
    private final MeasureTabs tabs;
    private final Access access;
    private final HomeTime home;

    InstrumentController(Library library, MeasureTabs tabs, Access access, HomeTime home) {
        this.library = library;
        this.tabs = tabs;
        this.access = access;
        this.home = home;
    }

    @GetMapping
    @Requires(Action.MEASURE_VIEW)
    ModelAndView all(Permit permit, Frame frame) {
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("tabs", tabs.of(permit.actor(), "Instruments"));
        model.put("lines", library.all(permit).stream().map(InstrumentView::line).toList());
        return new ModelAndView("measures/instruments", model);
    }

    @GetMapping("/{instrument}")
    @Requires(Action.MEASURE_VIEW)
    ModelAndView one(@PathVariable String instrument, Permit permit, Frame frame) {
        return page(instrument, permit, frame, Form.empty());
    }

    @PostMapping("/{instrument}/packs")
    @Requires(value = Action.MEASURE_SETTINGS, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView load(
            @PathVariable String instrument,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "file", required = false) MultipartFile file,
            Permit permit,
            Frame frame)
            throws IOException {
        var form = Form.typed(sent);
        library.one(permit, instrument);
        var content = file == null ? "" : new String(file.getBytes(), StandardCharsets.UTF_8);
        if (!form.ticked("attested")) {
            form.refused(
                    java.util.List.of(
                            new care.trellis.base.Problem(
                                    "attested",
                                    "NOT_ATTESTED",
                                    "Tick that the site may use this wording.")));
        }
        if (!form.wrong()) {
            switch (library.load(
                    permit,
                    form.key(),
                    instrument,
                    content,
                    form.value("attestedBy"),
                    form.value("reference"))) {
                case Change.Done<Pack> _ -> {
                    return new ModelAndView("redirect:/measures/instruments/" + instrument);
                }
                case Change.Refused<Pack>(var problems) -> form.refused(problems);
            }
        }
        return Saving.refused(page(instrument, permit, frame, form));
    }

    @PostMapping("/{instrument}/withdrawal")
    @Requires(value = Action.MEASURE_SETTINGS, purpose = Permit.Purpose.OPERATIONS)
    String withdraw(@PathVariable String instrument, Permit permit) {
        library.withdraw(permit, instrument);
        return "redirect:/measures/instruments/" + instrument;
    }

    private ModelAndView page(String instrument, Permit permit, Frame frame, Form form) {
        var offered = library.one(permit, instrument);
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("form", form);
        model.put("view", InstrumentView.of(offered, home.zone()));
        model.put("mayLoad", access.mayByRole(permit.actor(), Action.MEASURE_SETTINGS));
        return new ModelAndView("measures/instrument", model);
    }
}
