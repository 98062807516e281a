package care.trellis.plans.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.episodes.Diagnoses;
import care.trellis.organizations.StaffNames;
import care.trellis.plans.PlanSignatures;
import care.trellis.plans.SignedPlan;
import care.trellis.plans.TreatmentPlan;
import care.trellis.plans.TreatmentPlans;
import care.trellis.web.Choice;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lays out the plan of one client. */
@Service
class PlanViews {

    private final TreatmentPlans plans;
    private final PlanSignatures signatures;
    private final Clients clients;
    private final Diagnoses diagnoses;
    private final StaffNames staff;
    private final Starters starters;
    private final Access access;

    PlanViews(
            TreatmentPlans plans,
            PlanSignatures signatures,
            Clients clients,
            Diagnoses diagnoses,
            StaffNames staff,
            Starters starters,
            Access access) {
        this.plans = plans;
        this.signatures = signatures;
        this.clients = clients;
        this.diagnoses = diagnoses;
        this.staff = staff;
        this.starters = starters;
        this.access = access;
    }

    /**
     * The page.
     *
     * @param sent a form that was refused, under the place it belongs to
     */
    @Transactional(readOnly = true)
    public PlanView view(Permit permit, ClientId client, Map<String, Form> sent) {
        var plan = plans.of(permit, client).orElseThrow(NotFound::new);
        var versions = signatures.of(permit, client);
        var path = "/clients/" + client.value();
        boolean mayEdit = access.mayByRole(permit.actor(), Action.PLAN_EDIT);
        var today = clients.today(permit, client);
        var blocks = new PlanBlocks(path + "/plan", today, sent, staff.printed(permit.actor()));
        var newProblem = sent.getOrDefault("problem", Form.empty());
        var zone = clients.zone(permit, client);
        return new PlanView(
                path,
                clients.find(permit, client).person().shortName(),
                state(plan, versions, today),
                tone(plan, versions, today),
                due(versions),
                mayEdit,
                plan.problems().stream().map(blocks::problem).toList(),
                plan.loose().stream().map(blocks::goal).toList(),
                plan.problems().stream()
                        .map(one ->
                                new Choice(
                                        one.id().value().toString(),
                                        one.number() + ". " + one.statement(),
                                        false))
                        .toList(),
                newProblem,
                diagnoses(permit, client, newProblem, today),
                starters.all(),
                outline(path, plan.outline()),
                "%s of %s hours a week"
                        .formatted(
                                Hours.text(plan.plannedMinutes()),
                                Hours.text(plan.outline().minutesPerWeek())),
                plans.hoursFit(plan) ? Tone.GOOD : Tone.WATCH,
                plans.missing(plan),
                signing(permit, path, plan, versions, sent),
                versions.stream().map(one -> PlanBlocks.version(path, one, zone)).toList());
    }

    /** One signed version, to read and print. */
    @Transactional
    public SignedPlan version(Permit permit, ClientId client, String id) {
        return signatures.of(permit, client).stream()
                .filter(one -> one.id().value().toString().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private List<Choice> diagnoses(Permit permit, ClientId client, Form form, LocalDate today) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", "No diagnosis", form.value("diagnosis").isEmpty()));
        diagnoses.of(permit, client).stream()
                .filter(one -> one.holdsOn(today))
                .map(one -> one.finding())
                .forEach(finding ->
                        choices.add(
                                new Choice(
                                        finding.code(),
                                        finding.code() + " " + finding.description(),
                                        finding.code().equals(form.value("diagnosis")))));
        return choices;
    }

    private static PlanView.Outline outline(String path, TreatmentPlan.Outline outline) {
        var weeks = outline.weeks();
        return new PlanView.Outline(
                path + "/plan/outline",
                outline.revision(),
                Hours.text(outline.minutesPerWeek()),
                weeks == null ? "" : weeks.toString(),
                List.of(
                        new PlanView.Outline.Part("strengths", "Strengths", outline.strengths()),
                        new PlanView.Outline.Part(
                                "preferences", "Needs and preferences", outline.preferences()),
                        new PlanView.Outline.Part("supports", "Who helps", outline.supports()),
                        new PlanView.Outline.Part(
                                "barriers", "What stands in the way", outline.barriers()),
                        new PlanView.Outline.Part("done", "Ready to leave when", outline.done()),
                        new PlanView.Outline.Part(
                                "part", "How the client took part", outline.part())));
    }

    private PlanView.Signing signing(
            Permit permit,
            String path,
            TreatmentPlan plan,
            List<SignedPlan> versions,
            Map<String, Form> sent) {
        boolean current = !versions.isEmpty() && sameAs(plan, versions.getFirst());
        var last = versions.isEmpty() ? null : versions.getFirst();
        var client = sent.getOrDefault("client-signature", Form.empty());
        var refusal = sent.getOrDefault("client-refusal", Form.empty());
        boolean asked = last != null && current;
        return new PlanView.Signing(
                access.mayByRole(permit.actor(), Action.PLAN_SIGN),
                !current,
                path + "/plan/versions",
                Form.empty().key().toString(),
                last == null ? "" : "Version " + last.number(),
                last == null ? "" : path + "/plan/versions/" + last.id().value(),
                asked
                        && last != null
                        && !last.has(SignedPlan.Signer.CLIENT)
                        && !last.has(SignedPlan.Signer.GUARDIAN),
                asked && last != null && !last.has(SignedPlan.Signer.PRESCRIBER),
                access.mayByRole(permit.actor(), Action.PLAN_CERTIFY),
                asked,
                client,
                refusal,
                Form.empty().key().toString(),
                Form.empty().key().toString());
    }

    /** The plan as it was signed; progress made since is no change of the plan. */
    private static boolean sameAs(TreatmentPlan plan, SignedPlan signed) {
        return PlanBlocks.substance(plan).equals(PlanBlocks.substance(signed.content()));
    }

    private static String state(TreatmentPlan plan, List<SignedPlan> versions, LocalDate today) {
        if (versions.isEmpty()) {
            return "Not signed yet";
        }
        var last = versions.getFirst();
        if (last.reviewOn().isBefore(today)) {
            return "Review overdue";
        }
        return sameAs(plan, last)
                ? "Version " + last.number() + " signed"
                : "Changed since version " + last.number();
    }

    private static Tone tone(TreatmentPlan plan, List<SignedPlan> versions, LocalDate today) {
        if (versions.isEmpty()) {
            return Tone.WATCH;
        }
        var last = versions.getFirst();
        if (last.reviewOn().isBefore(today)) {
            return Tone.BAD;
        }
        return sameAs(plan, last) ? Tone.GOOD : Tone.WATCH;
    }

    private static String due(List<SignedPlan> versions) {
        return versions.isEmpty()
                ? ""
                : "Next review by " + When.day(versions.getFirst().reviewOn());
    }
}
