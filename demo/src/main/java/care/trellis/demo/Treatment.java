package care.trellis.demo;

import static care.trellis.base.Action.PLAN_CERTIFY;
import static care.trellis.base.Action.PLAN_EDIT;
import static care.trellis.base.Action.PLAN_SIGN;

import care.trellis.base.Ids;
import care.trellis.clients.ClientId;
import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.Group;
import care.trellis.demo.story.Insurer;
import care.trellis.demo.story.Participant;
import care.trellis.demo.story.Steps;
import care.trellis.episodes.GoalId;
import care.trellis.plans.ObjectiveId;
import care.trellis.plans.PlanSignatures;
import care.trellis.plans.SignedPlan;
import care.trellis.plans.TreatmentPlan;
import care.trellis.plans.TreatmentPlans;
import care.trellis.plans.VersionId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The treatment plan of one client: written at admission, signed, and reviewed once a month. */
@InDemo
class Treatment {

    private static final int WEEKS = 12;
    private static final int FORGOTTEN = 11;

    private final TreatmentPlans plans;
    private final PlanSignatures signatures;

    Treatment(TreatmentPlans plans, PlanSignatures signatures) {
        this.plans = plans;
        this.signatures = signatures;
    }

    /** A goal, and the objective that notes point to. */
    record Aim(GoalId goal, ObjectiveId objective) {}

    /**
     * Problem, goals, steps and groups; then the signatures of counselor, client and prescriber.
     */
    List<Aim> plan(Clinic clinic, Participant person, ClientId client) {
        var edit = clinic.badges().of(counselor(person.group()), PLAN_EDIT);
        var problem =
                plans.addProblem(
                                edit,
                                Ids.next(),
                                client,
                                Steps.problem(person),
                                person.illness().code())
                        .orThrow();
        var aims = new ArrayList<Aim>();
        for (var words : person.goals()) {
            var goal = plans.addGoal(edit, Ids.next(), client, problem, words).orThrow();
            if (aims.isEmpty()) {
                objective(clinic, person, client, goal, Steps.scored(person));
            }
            aims.add(new Aim(goal, objective(clinic, person, client, goal, Steps.counted(words))));
        }
        plans.save(
                        edit,
                        client,
                        new TreatmentPlan.Outline(
                                person.group().minutesPerWeek(),
                                WEEKS,
                                "Asks for help, keeps appointments, knows what has worked before",
                                "",
                                "Groups in person, plain words, homework on paper",
                                person.relative().name() + ", " + person.relative().relationship(),
                                "Two scores in a row in the mild range, and a first appointment with outpatient care",
                                "Chose the goals and the order, read the plan before signing",
                                0))
                .orThrow();
        sign(clinic, person, client, true);
        return List.copyOf(aims);
    }

    /**
     * The monthly review: the plan is signed anew, as it stands. A few are forgotten, where no
     * payer's rule turns on it: their plans show as overdue.
     */
    void review(Clinic clinic, Participant person, ClientId client) {
        if (person.insurer() == Insurer.HERITAGE || person.number() % FORGOTTEN != 9) {
            sign(clinic, person, client, false);
        }
    }

    private void sign(Clinic clinic, Participant person, ClientId client, boolean first) {
        var version =
                signatures
                        .sign(
                                clinic.badges().of(counselor(person.group()), PLAN_SIGN),
                                Ids.next(),
                                client)
                        .orThrow();
        if (first) {
            clientSigns(clinic, person, client, version);
        }
        signatures.prescriberSigns(
                clinic.badges().of(Colleague.NADIA, PLAN_CERTIFY),
                Ids.next(),
                client,
                version,
                true);
    }

    private void clientSigns(
            Clinic clinic, Participant person, ClientId client, VersionId version) {
        boolean minor = person.group() == Group.ADOLESCENT;
        signatures
                .clientSigns(
                        clinic.badges().of(counselor(person.group()), PLAN_EDIT),
                        Ids.next(),
                        client,
                        version,
                        minor ? SignedPlan.Signer.GUARDIAN : SignedPlan.Signer.CLIENT,
                        minor ? person.relative().name() : person.person().name(),
                        true)
                .orThrow();
    }

    private ObjectiveId objective(
            Clinic clinic, Participant person, ClientId client, GoalId goal, Steps.Counted step) {
        var edit = clinic.badges().of(counselor(person.group()), PLAN_EDIT);
        var objective =
                plans.addObjective(
                                edit,
                                Ids.next(),
                                client,
                                goal,
                                new TreatmentPlan.Target(
                                        step.text(),
                                        step.measure(),
                                        step.scored(),
                                        step.baseline(),
                                        step.target(),
                                        Steps.by(person.admittedOn())))
                        .orThrow();
        plans.addIntervention(edit, Ids.next(), client, objective, groups(person.group()))
                .orThrow();
        return objective;
    }

    /** All groups of a week as one line of a plan: they last alike within a track. */
    private static TreatmentPlan.Terms groups(Group group) {
        int meetings = group.days().stream().mapToInt(day -> group.blocks(day).size()).sum();
        return new TreatmentPlan.Terms(
                TreatmentPlan.Modality.GROUP,
                group == Group.EVENING
                        ? "Relapse prevention and process"
                        : "CBT skills and process",
                BigDecimal.valueOf(meetings),
                group.minutesPerWeek() / meetings,
                WEEKS,
                printed(counselor(group)));
    }

    private static String printed(Colleague colleague) {
        return colleague.fullName() + colleague.credential().map(it -> ", " + it).orElse("");
    }

    static Colleague counselor(Group group) {
        return group.blocks(group.days().getFirst()).getFirst().lead();
    }
}
