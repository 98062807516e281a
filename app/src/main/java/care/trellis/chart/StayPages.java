package care.trellis.chart;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.episodes.Admission;
import care.trellis.episodes.Diagnoses;
import care.trellis.episodes.DiagnosisCodes;
import care.trellis.episodes.DiagnosisId;
import care.trellis.episodes.DischargeReason;
import care.trellis.episodes.Discharging;
import care.trellis.episodes.EpisodeId;
import care.trellis.episodes.Episodes;
import care.trellis.episodes.GoalId;
import care.trellis.episodes.Planning;
import care.trellis.episodes.Plans;
import care.trellis.organizations.LevelOfCare;
import care.trellis.organizations.ProgramId;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The forms of the admission page about the stay: admission, steps, discharge, plan, diagnoses. */
@Controller
class StayPages {

    private final AdmissionDesk desk;
    private final Episodes episodes;
    private final Plans plans;
    private final Diagnoses diagnoses;
    private final DiagnosisCodes codes;
    private final Answers answers;

    StayPages(
            AdmissionDesk desk,
            Episodes episodes,
            Plans plans,
            Diagnoses diagnoses,
            DiagnosisCodes codes,
            Answers answers) {
        this.desk = desk;
        this.episodes = episodes;
        this.plans = plans;
        this.diagnoses = diagnoses;
        this.codes = codes;
        this.answers = answers;
    }

    @PostMapping("/clients/{client}/episodes")
    @Requires(value = Action.EPISODE_EDIT, client = "client")
    String admit(
            Permit permit,
            Frame frame,
            Model model,
            HttpServletResponse response,
            @PathVariable UUID client,
            @RequestParam MultiValueMap<String, String> fields) {
        var id = new ClientId(client);
        var form = Form.typed(fields);
        var program = form.requiredId("program", "Choose the program.");
        var level = form.requiredChoice("admitLevel", LevelOfCare.IOP, "Choose the level of care.");
        var day = form.requiredDate("admittedOn", LocalDate.MIN, "Choose a day.");
        if (program != null && !form.wrong()) {
            switch (episodes.admit(permit, form.key(), id, new ProgramId(program), level, day)) {
                case Admission.Admitted admitted -> {
                    return Answers.saved(id, "plan");
                }
                case Admission.AlreadyAdmitted already ->
                        form.refuse("program", "The client is in this program already.");
                case Admission.NoSuchProgram gone ->
                        form.refuse("program", "Choose one of the list.");
                case Admission.BeforeLastDischarge earlier ->
                        form.refuse(
                                "admittedOn",
                                "Choose a day on or after the discharge from the last stay.");
            }
        }
        return answers.refused(permit, frame, model, response, id, "admit", form);
    }

    @PostMapping("/clients/{client}/episodes/{episode}/discharge")
    @Requires(value = Action.EPISODE_EDIT, client = "client")
    String discharge(
            Permit permit,
            Frame frame,
            Model model,
            HttpServletResponse response,
            @PathVariable UUID client,
            @PathVariable UUID episode,
            @RequestParam MultiValueMap<String, String> fields) {
        var id = new ClientId(client);
        var form = Form.typed(fields);
        var reason = form.choice("dischargeReason", DischargeReason.class);
        if (reason == null) {
            form.refuse("dischargeReason", "Choose the reason.");
        }
        var day = form.requiredDate("dischargedOn", LocalDate.MIN, "Choose a day.");
        if (reason != null && !form.wrong()) {
            switch (episodes.discharge(permit, id, new EpisodeId(episode), day, reason)) {
                case Discharging.Discharged done -> {
                    return Answers.saved(id, "episode");
                }
                case Discharging.AlreadyDischarged already -> {
                    return Answers.saved(id, "episode");
                }
                case Discharging.BeforeAdmission early ->
                        form.refuse(
                                "dischargedOn",
                                "Choose %s or later.".formatted(Words.day(early.earliest())));
            }
        }
        return answers.refused(permit, frame, model, response, id, "discharge", form);
    }

    @PostMapping("/clients/{client}/episodes/{episode}/plan")
    @Requires(value = Action.PLAN_EDIT, client = "client")
    String plan(
            Permit permit,
            Frame frame,
            Model model,
            HttpServletResponse response,
            @PathVariable UUID client,
            @PathVariable UUID episode,
            @RequestParam MultiValueMap<String, String> fields) {
        var id = new ClientId(client);
        var form = Form.typed(fields);
        var version = Forms.plan(form);
        if (version.isPresent()) {
            switch (plans.adopt(permit, id, new EpisodeId(episode), version.get())) {
                case Planning.Planned planned -> {
                    return Answers.saved(id, "plan");
                }
                case Planning.BeforeAdmission early ->
                        form.refuse(
                                "planFrom",
                                "Choose %s, the admission, or later."
                                        .formatted(Words.day(early.admittedOn())));
                case Planning.AfterDischarge late ->
                        form.refuse(
                                "planFrom",
                                "The client left on %s.".formatted(Words.day(late.dischargedOn())));
            }
        }
        return answers.refused(permit, frame, model, response, id, "plan", form);
    }

    @PostMapping("/clients/{client}/episodes/{episode}/goals")
    @Requires(value = Action.PLAN_EDIT, client = "client")
    String goal(
            Permit permit,
            Frame frame,
            Model model,
            HttpServletResponse response,
            @PathVariable UUID client,
            @PathVariable UUID episode,
            @RequestParam MultiValueMap<String, String> fields) {
        var id = new ClientId(client);
        var form = Form.typed(fields);
        var text = form.required("goalText", "Write what the client wants to reach.");
        if (text.length() > Plans.LONGEST_GOAL) {
            form.refuse("goalText", "Write at most %d characters.".formatted(Plans.LONGEST_GOAL));
        }
        if (form.wrong()) {
            return answers.refused(permit, frame, model, response, id, "goal", form);
        }
        plans.addGoal(permit, form.key(), id, new EpisodeId(episode), text);
        return Answers.saved(id, "plan");
    }

    @PostMapping("/clients/{client}/episodes/{episode}/goals/{goal}/closing")
    @Requires(value = Action.PLAN_EDIT, client = "client")
    String closeGoal(
            Permit permit,
            @PathVariable UUID client,
            @PathVariable UUID episode,
            @PathVariable UUID goal) {
        var id = new ClientId(client);
        plans.closeGoal(
                permit, id, new EpisodeId(episode), new GoalId(goal), desk.today(permit, id));
        return Answers.saved(id, "plan");
    }

    @PostMapping("/clients/{client}/diagnoses")
    @Requires(value = Action.EPISODE_EDIT, client = "client")
    String diagnosis(
            Permit permit,
            Frame frame,
            Model model,
            HttpServletResponse response,
            @PathVariable UUID client,
            @RequestParam MultiValueMap<String, String> fields) {
        var id = new ClientId(client);
        var form = Form.typed(fields);
        var finding = Forms.diagnosis(form);
        finding.flatMap(found -> codes.find(found.code()))
                .filter(code -> !code.holdsOn(finding.get().from()))
                .ifPresent(code ->
                        form.refuse(
                                "code",
                                "%s may not be used on that day: find the one that replaced it."
                                        .formatted(code.code())));
        if (finding.isEmpty() || form.wrong()) {
            return answers.refused(permit, frame, model, response, id, "diagnosis", form);
        }
        diagnoses.add(permit, form.key(), id, finding.get(), null);
        return Answers.saved(id, "diagnoses");
    }

    /** Codes that fit what was typed, each with a button that adds it as of today. */
    @PostMapping("/clients/{client}/diagnoses/search")
    @Requires(value = Action.EPISODE_EDIT, client = "client")
    String codes(
            Permit permit,
            Frame frame,
            Model model,
            @PathVariable UUID client,
            @RequestParam(defaultValue = "") String words) {
        var today = desk.today(permit, new ClientId(client));
        model.addAttribute(
                "found",
                codes.search(words, today).stream()
                        .map(code ->
                                new CodeChoice(
                                        code.code(),
                                        code.title(),
                                        today.toString(),
                                        Ids.next().toString()))
                        .toList());
        model.addAttribute("path", "/clients/" + client + "/diagnoses");
        model.addAttribute("csrf", frame.csrf());
        model.addAttribute("typed", !words.isBlank());
        return "chart/codes";
    }

    @PostMapping("/clients/{client}/diagnoses/{diagnosis}/principal")
    @Requires(value = Action.EPISODE_EDIT, client = "client")
    String makePrincipal(Permit permit, @PathVariable UUID client, @PathVariable UUID diagnosis) {
        diagnoses.makePrincipal(permit, new ClientId(client), new DiagnosisId(diagnosis));
        return Answers.saved(new ClientId(client), "diagnoses");
    }
}
