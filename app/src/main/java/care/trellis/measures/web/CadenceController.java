package care.trellis.measures.web;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.engine.instruments.About.Moment;
import care.trellis.engine.instruments.About.ProgramKind;
import care.trellis.measures.Availability;
import care.trellis.measures.Cadences;
import care.trellis.measures.Giving;
import care.trellis.measures.Library;
import care.trellis.organizations.ProgramId;
import care.trellis.organizations.Programs;
import care.trellis.organizations.TreatmentProgram;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Line;
import care.trellis.web.Saving;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** When each program gives what, and who answers at any hour. */
@Controller
@RequestMapping("/measures/cadence")
class CadenceController {

    private final Cadences cadences;
    private final Library library;
    private final Programs programs;
    private final Giving giving;
    private final MeasureTabs tabs;

    CadenceController(
            Cadences cadences,
            Library library,
            Programs programs,
            Giving giving,
            MeasureTabs tabs) {
        this.cadences = cadences;
        this.library = library;
        this.programs = programs;
        this.giving = giving;
        this.tabs = tabs;
    }

    @GetMapping
    @Requires(value = Action.MEASURE_SETTINGS, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView all(Permit permit, Frame frame) {
        return page(
                permit, frame, Form.empty().with("phone", giving.responsePhone(permit).orElse("")));
    }

    @PostMapping("/phone")
    @Requires(value = Action.MEASURE_SETTINGS, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView phone(
            @RequestParam MultiValueMap<String, String> sent, Permit permit, Frame frame) {
        var form = Form.typed(sent);
        return switch (giving.nameResponsePhone(permit, form.value("phone"))) {
            case Change.Done<String> _ -> new ModelAndView("redirect:/measures/cadence");
            case Change.Refused<String>(var problems) -> {
                yield Saving.refused(page(permit, frame, form.refused(problems)));
            }
        };
    }

    @GetMapping("/{program}")
    @Requires(value = Action.MEASURE_SETTINGS, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView one(@PathVariable UUID program, Permit permit, Frame frame) {
        var found = program(permit, program);
        var own = cadences.own(permit, found.id());
        var standing = own.isEmpty() ? cadences.byDefault(permit, kind(found)) : own;
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("name", found.details().name());
        model.put("path", "/measures/cadence/" + program);
        model.put("own", !own.isEmpty());
        model.put(
                "rows",
                library.all(permit).stream()
                        .filter(one -> one.availability() != Availability.OFF)
                        .map(one ->
                                CadenceRow.of(
                                        one,
                                        standing.getOrDefault(one.instrument().id(), Set.of())))
                        .toList());
        return new ModelAndView("measures/cadenceOf", model);
    }

    @PostMapping("/{program}")
    @Requires(value = Action.MEASURE_SETTINGS, purpose = Permit.Purpose.OPERATIONS)
    String set(
            @PathVariable UUID program,
            @RequestParam MultiValueMap<String, String> sent,
            Permit permit) {
        var form = Form.typed(sent);
        program(permit, program);
        var moments = new LinkedHashMap<String, Set<Moment>>();
        if (!form.ticked("default")) {
            for (var one : library.all(permit)) {
                var id = one.instrument().id();
                var chosen = EnumSet.noneOf(Moment.class);
                for (var moment : Moment.values()) {
                    if (form.ticked("when-" + id, moment.name())) {
                        chosen.add(moment);
                    }
                }
                if (!chosen.isEmpty()) {
                    moments.put(id, chosen);
                }
            }
        }
        cadences.set(permit, new ProgramId(program), moments);
        return "redirect:/measures/cadence";
    }

    private ModelAndView page(Permit permit, Frame frame, Form form) {
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("form", form);
        model.put("tabs", tabs.of(permit.actor(), "Cadence"));
        model.put(
                "lines", programs(permit).stream().map(program -> line(permit, program)).toList());
        return new ModelAndView("measures/cadence", model);
    }

    private Line line(Permit permit, TreatmentProgram program) {
        var own = cadences.own(permit, program.id());
        var standing = own.isEmpty() ? cadences.byDefault(permit, kind(program)) : own;
        return Line.of(
                program.details().name(),
                "/measures/cadence/" + program.id().value(),
                false,
                own.isEmpty() ? "By default" : "Its own",
                standing.entrySet().stream()
                        .filter(entry ->
                                entry.getValue().stream()
                                        .anyMatch(moment ->
                                                EnumSet.of(
                                                                Moment.WEEKLY,
                                                                Moment.EVERY_TWO_WEEKS,
                                                                Moment.EVERY_FOUR_WEEKS)
                                                        .contains(moment)))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining(", ")));
    }

    private TreatmentProgram program(Permit permit, UUID program) {
        return programs(permit).stream()
                .filter(one -> one.id().value().equals(program))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private java.util.List<TreatmentProgram> programs(Permit permit) {
        return programs.all(permit);
    }

    private static ProgramKind kind(TreatmentProgram program) {
        var type = program.details().programType();
        return type.contains("SUD") || type.contains("ASAM")
                ? ProgramKind.ADULT_SUBSTANCE_USE
                : ProgramKind.ADULT_MENTAL_HEALTH;
    }
}
