package care.trellis.organizations.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.engine.rulebook.Rulebooks;
import care.trellis.organizations.LevelOfCare;
import care.trellis.organizations.ProgramDetails;
import care.trellis.organizations.ProgramId;
import care.trellis.organizations.ProgramWords;
import care.trellis.organizations.Programs;
import care.trellis.organizations.SiteId;
import care.trellis.organizations.Sites;
import care.trellis.organizations.TreatmentProgram;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Line;
import care.trellis.web.Saving;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Programs: what is offered where, and what payers and the law take it for. */
@Controller
class ProgramController {

    private static final Map<String, String> LEVELS =
            Arrays.stream(LevelOfCare.values())
                    .collect(
                            Collectors.toMap(
                                    Enum::name,
                                    LevelOfCare::label,
                                    (one, other) -> one,
                                    LinkedHashMap::new));

    private static final Rulebooks LIBRARY = Rulebooks.library();

    private final Programs programs;
    private final Sites sites;

    ProgramController(Programs programs, Sites sites) {
        this.programs = programs;
        this.sites = sites;
    }

    @GetMapping("/settings/programs")
    @Requires(value = Action.ORGANIZATION_VIEW, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView list(Permit permit, Frame frame) {
        var names = siteNames(permit);
        var lines =
                programs.all(permit).stream()
                        .map(it ->
                                Line.of(
                                        it.details().name(),
                                        path(it.id()),
                                        it.retired(),
                                        names.getOrDefault(
                                                it.details().site().value().toString(), ""),
                                        it.details().levelOfCare().name(),
                                        it.details().offeredDays()
                                                + " days, "
                                                + it.details()
                                                        .hoursPerDay()
                                                        .stripTrailingZeros()
                                                        .toPlainString()
                                                + " h a day",
                                        it.details().part2() ? "Part 2" : ""))
                        .toList();
        return new ModelAndView(
                "organizations/programs",
                Map.of("frame", frame, "lines", lines, "anySite", !names.isEmpty()));
    }

    @GetMapping("/settings/programs/new")
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView fresh(Permit permit, Frame frame) {
        return page(permit, frame, Form.empty(), "");
    }

    @PostMapping("/settings/programs")
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView add(@RequestParam MultiValueMap<String, String> sent, Permit permit, Frame frame) {
        var form = Form.typed(sent);
        var site = siteNames(permit).containsKey(form.value("site")) ? form.value("site") : "";
        if (site.isEmpty()) {
            form.refused(
                    java.util.List.of(
                            new care.trellis.base.Problem(
                                    "site", "SITE_MISSING", "Choose the site.")));
            return Saving.save(form, () -> null, "", () -> page(permit, frame, form, ""));
        }
        var details = details(form, SiteId.of(site));
        return Saving.save(
                form,
                () -> programs.add(permit, form.key(), details),
                "/settings/programs",
                () -> page(permit, frame, form, ""));
    }

    @GetMapping("/settings/programs/{program}")
    @Requires(value = Action.ORGANIZATION_VIEW, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView one(@PathVariable ProgramId program, Permit permit, Frame frame) {
        return page(permit, frame, form(programs.one(permit, program)), path(program));
    }

    @PostMapping("/settings/programs/{program}")
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView change(
            @PathVariable ProgramId program,
            @RequestParam MultiValueMap<String, String> sent,
            Permit permit,
            Frame frame) {
        var form = Form.typed(sent);
        var details = details(form, programs.one(permit, program).details().site());
        return Saving.save(
                form,
                () -> programs.change(permit, program, details, form.ticked("retired")),
                "/settings/programs",
                () -> page(permit, frame, form, path(program)));
    }

    private ModelAndView page(Permit permit, Frame frame, Form form, String path) {
        var model = new LinkedHashMap<String, Object>();
        model.put("frame", frame);
        model.put("form", form);
        model.put("path", path);
        model.put("sites", form.choices("site", "Choose the site", siteNames(permit)));
        model.put("levels", form.choices("levelOfCare", "Choose the level of care", LEVELS));
        model.put(
                "settings",
                form.choices("setting", "Choose where it is run", ProgramWords.SETTINGS));
        model.put("types", form.choices("programType", "Choose the kind", ProgramWords.TYPES));
        model.put("ruleSets", form.choices("licenseRuleSet", "None", ruleSets()));
        model.put(
                "accredited",
                form.choices(
                        "nationallyAccredited",
                        "Not recorded",
                        Map.of("true", "Accredited", "false", "Not accredited")));
        return new ModelAndView("organizations/program", model);
    }

    private Map<String, String> siteNames(Permit permit) {
        var names = new LinkedHashMap<String, String>();
        sites.all(permit).stream()
                .filter(it -> !it.retired())
                .forEach(it -> names.put(it.id().value().toString(), it.details().name()));
        return names;
    }

    private static Map<String, String> ruleSets() {
        var sets = new LinkedHashMap<String, String>();
        LIBRARY.ids().forEach(id -> sets.put(id, id));
        return sets;
    }

    private static ProgramDetails details(Form form, SiteId site) {
        return new ProgramDetails(
                site,
                form.value("name"),
                LEVELS.containsKey(form.value("levelOfCare"))
                        ? LevelOfCare.valueOf(form.value("levelOfCare"))
                        : LevelOfCare.IOP,
                form.value("setting"),
                form.value("programType"),
                form.ticked("part2"),
                form.value("licenseRuleSet"),
                form.requiredWhole("offeredDays"),
                Objects.requireNonNullElse(form.decimal("hoursPerDay"), BigDecimal.ZERO),
                accredited(form.value("nationallyAccredited")),
                form.whole("bhpCaseload"),
                form.decimal("bhmpOnSiteShare"),
                form.date("startedOn"));
    }

    private static @Nullable Boolean accredited(String value) {
        return value.isEmpty() ? null : Boolean.valueOf(value);
    }

    private static Form form(TreatmentProgram program) {
        var details = program.details();
        return Form.empty()
                .with("site", details.site().value())
                .with("name", details.name())
                .with("levelOfCare", details.levelOfCare())
                .with("setting", details.setting())
                .with("programType", details.programType())
                .with("part2", details.part2())
                .with("licenseRuleSet", details.licenseRuleSet())
                .with("offeredDays", details.offeredDays())
                .with("hoursPerDay", details.hoursPerDay().stripTrailingZeros().toPlainString())
                .with("nationallyAccredited", details.nationallyAccredited())
                .with("bhpCaseload", details.bhpCaseload())
                .with("bhmpOnSiteShare", details.bhmpOnSiteShare())
                .with("startedOn", details.startedOn())
                .with("retired", program.retired());
    }

    private static String path(ProgramId id) {
        return "/settings/programs/" + id.value();
    }
}
