package care.trellis.plans;

import static care.trellis.base.Action.LEVEL_CHANGE;
import static care.trellis.base.Action.PLAN_CERTIFY;
import static care.trellis.base.Action.PLAN_EDIT;
import static care.trellis.base.Action.PLAN_SIGN;
import static care.trellis.base.Action.PLAN_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.episodes.Episode;
import care.trellis.episodes.EpisodeId;
import care.trellis.episodes.Episodes;
import care.trellis.episodes.GoalId;
import care.trellis.episodes.Plan;
import care.trellis.episodes.Plans;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to the living plan of a client's stay: problems, goals in the client's words,
 * measurable objectives, and who does what for each. What is signed is frozen by {@link
 * PlanSignatures}.
 */
@Service
public class TreatmentPlans {

    /** The longest text of a problem, an objective or a part of the outline, in characters. */
    public static final int LONGEST = 4000;

    private static final int MINUTES_OF_NINE_HOURS = 540;

    private final PlanRecords records;
    private final PlanEdits edits;
    private final Clients clients;
    private final Episodes episodes;
    private final Plans prescriptions;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    TreatmentPlans(
            PlanRecords records,
            PlanEdits edits,
            Clients clients,
            Episodes episodes,
            Plans prescriptions,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.edits = edits;
        this.clients = clients;
        this.episodes = episodes;
        this.prescriptions = prescriptions;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /**
     * The plan of the stay that is open, or of the last one; nothing for a client who was never
     * admitted.
     */
    @Transactional(readOnly = true)
    public Optional<TreatmentPlan> of(Permit permit, ClientId client) {
        permit.require(resource(client), PLAN_VIEW, PLAN_EDIT, PLAN_SIGN, PLAN_CERTIFY);
        return stay(permit, client).map(stay -> plan(permit, stay));
    }

    /** What keeps the plan from being signed, each as a sentence that says what to do. */
    public List<String> missing(TreatmentPlan plan) {
        return PlanChecks.missing(plan);
    }

    /** Whether the interventions add up to the prescribed hours, give or take a tenth. */
    public boolean hoursFit(TreatmentPlan plan) {
        return PlanChecks.hoursFit(plan);
    }

    /**
     * Saves what stands around the goals, as it is typed.
     *
     * @param outline with the revision that the writer saw
     * @return the new revision, or a refusal {@code CHANGED} where somebody saved in between
     */
    @Transactional
    public Change<Integer> save(Permit permit, ClientId client, TreatmentPlan.Outline outline) {
        permit.require(PLAN_EDIT, resource(client));
        var stay = open(permit, client);
        var problems = new Problems();
        for (var text :
                List.of(
                        outline.strengths(),
                        outline.barriers(),
                        outline.preferences(),
                        outline.supports(),
                        outline.done(),
                        outline.part())) {
            problems.atMost(text, LONGEST, "", "what you wrote");
        }
        if (!problems.none()) {
            return problems.refused();
        }
        if (!edits.save(stay.id(), outline, clock.instant(), permit.actor())) {
            return Change.refused("", "CHANGED", "Somebody else saved this in between.");
        }
        audit.record(permit, "plans.outline", stay.id().value(), client.value());
        return new Change.Done<>(outline.revision() + 1);
    }

    /**
     * Adds a problem under the next number. The same key twice adds one.
     *
     * @param diagnosis the ICD-10-CM code it belongs to; empty where it has none
     */
    @Transactional
    public Change<ProblemId> addProblem(
            Permit permit, UUID key, ClientId client, String statement, String diagnosis) {
        permit.require(PLAN_EDIT, resource(client));
        var problems = new Problems().text(statement, LONGEST, "statement", "what the matter is");
        if (!problems.none()) {
            return problems.refused();
        }
        clients.hold(permit, client);
        var stay = open(permit, client);
        var problem = new ProblemId(key);
        if (once.first(permit, key, "problem " + stay.id() + statement)) {
            edits.insertProblem(stay.id(), problem, statement.strip(), diagnosis);
            record(permit, client, "plans.problem", key);
        }
        return new Change.Done<>(problem);
    }

    /** Puts a problem off until a day, with the reason; its goals wait with it. */
    @Transactional
    public Change<ProblemId> defer(
            Permit permit, ClientId client, ProblemId problem, String reason, LocalDate until) {
        permit.require(PLAN_EDIT, resource(client));
        var problems = new Problems().text(reason, LONGEST, "reason", "why it waits");
        problems.require(
                until.isAfter(clients.today(permit, client)),
                "until",
                "NOT_LATER",
                "Choose a day after today.");
        if (!problems.none()) {
            return problems.refused();
        }
        find(permit, client, problem);
        edits.defer(problem, new TreatmentPlan.Deferral(reason.strip(), until));
        record(permit, client, "plans.problem", problem.value());
        return new Change.Done<>(problem);
    }

    /** Works on a deferred problem again. */
    @Transactional
    public void resume(Permit permit, ClientId client, ProblemId problem) {
        permit.require(PLAN_EDIT, resource(client));
        find(permit, client, problem);
        edits.resume(problem);
        record(permit, client, "plans.problem", problem.value());
    }

    /** Adds a goal, in the client's words, to a problem. The same key twice adds one. */
    @Transactional
    public Change<GoalId> addGoal(
            Permit permit, UUID key, ClientId client, ProblemId problem, String text) {
        permit.require(PLAN_EDIT, resource(client));
        var problems =
                new Problems()
                        .text(text, Plans.LONGEST_GOAL, "goal", "what the client wants, in quotes");
        if (!problems.none()) {
            return problems.refused();
        }
        find(permit, client, problem);
        var goal = prescriptions.addGoal(permit, key, client, open(permit, client).id(), text);
        edits.aim(goal, problem);
        return new Change.Done<>(goal);
    }

    /** Lets a goal answer another problem. */
    @Transactional
    public void aim(Permit permit, ClientId client, GoalId goal, ProblemId problem) {
        permit.require(PLAN_EDIT, resource(client));
        find(permit, client, problem);
        goal(permit, client, goal);
        edits.aim(goal, problem);
        record(permit, client, "plans.aim", goal.value());
    }

    /** Adds a measurable objective to a goal. The same key twice adds one. */
    @Transactional
    public Change<ObjectiveId> addObjective(
            Permit permit, UUID key, ClientId client, GoalId goal, TreatmentPlan.Target target) {
        permit.require(PLAN_EDIT, resource(client));
        var today = clients.today(permit, client);
        var problems =
                new Problems()
                        .text(target.text(), LONGEST, "text", "what the client will do")
                        .text(target.measure(), 200, "measure", "what is counted")
                        .text(target.baseline(), 200, "baseline", "where it stands today")
                        .text(target.target(), 200, "target", "where it should be")
                        .require(
                                target.on().isAfter(today),
                                "on",
                                "NOT_LATER",
                                "Choose a day after today.");
        if (!problems.none()) {
            return problems.refused();
        }
        clients.hold(permit, client);
        goal(permit, client, goal);
        var objective = new ObjectiveId(key);
        if (once.first(permit, key, "objective " + goal + target.text() + target.on())) {
            edits.insertObjective(goal, objective, target, today);
            record(permit, client, "plans.objective", key);
        }
        return new Change.Done<>(objective);
    }

    /** Says how an objective goes, today. */
    @Transactional
    public void progress(
            Permit permit, ClientId client, ObjectiveId objective, TreatmentPlan.Status status) {
        permit.require(PLAN_EDIT, resource(client));
        var found = objective(permit, client, objective);
        if (found.status() != status) {
            edits.progress(
                    objective,
                    status,
                    clients.today(permit, client),
                    clock.instant(),
                    permit.actor());
            record(permit, client, "plans.progress", objective.value());
        }
    }

    /** Adds what is done for an objective. The same key twice adds it once. */
    @Transactional
    public Change<UUID> addIntervention(
            Permit permit,
            UUID key,
            ClientId client,
            ObjectiveId objective,
            TreatmentPlan.Terms terms) {
        permit.require(PLAN_EDIT, resource(client));
        var problems =
                new Problems()
                        .text(terms.approach(), 200, "approach", "what is done")
                        .text(terms.responsible(), 200, "responsible", "who does it")
                        .require(
                                terms.timesPerWeek().signum() > 0
                                        && terms.timesPerWeek().compareTo(new BigDecimal(21)) <= 0,
                                "times",
                                "OUT_OF_RANGE",
                                "Enter how often a week, up to 21; 0.25 is once a month.")
                        .require(
                                terms.minutes() >= 5 && terms.minutes() <= 480,
                                "minutes",
                                "OUT_OF_RANGE",
                                "Enter 5 to 480 minutes.")
                        .require(
                                terms.weeks() >= 1 && terms.weeks() <= 104,
                                "weeks",
                                "OUT_OF_RANGE",
                                "Enter 1 to 104 weeks.");
        if (!problems.none()) {
            return problems.refused();
        }
        objective(permit, client, objective);
        if (once.first(permit, key, "intervention " + objective + terms)) {
            edits.insertIntervention(objective, key, terms);
            record(permit, client, "plans.intervention", key);
        }
        return new Change.Done<>(key);
    }

    /** Ends an intervention today; versions signed before keep it. */
    @Transactional
    public void endIntervention(Permit permit, ClientId client, UUID intervention) {
        permit.require(PLAN_EDIT, resource(client));
        boolean known =
                plan(permit, open(permit, client)).problems().stream()
                        .flatMap(problem -> problem.goals().stream())
                        .flatMap(goal -> goal.objectives().stream())
                        .flatMap(objective -> objective.interventions().stream())
                        .anyMatch(one -> one.id().equals(intervention));
        if (!known) {
            throw new NotFound();
        }
        edits.endIntervention(intervention, clients.today(permit, client));
        record(permit, client, "plans.intervention", intervention);
    }

    TreatmentPlan plan(Permit permit, Episode stay) {
        var prescribed = prescriptions.of(permit, stay.client(), stay.id());
        var aims = records.aims(stay.id());
        var objectives =
                records.objectives(
                        prescribed.goals().stream()
                                .map(goal -> goal.id().value())
                                .toArray(UUID[]::new));
        Map<UUID, List<TreatmentPlan.Goal>> goals = new HashMap<>();
        var loose = new ArrayList<TreatmentPlan.Goal>();
        for (var goal : prescribed.goals()) {
            var whole =
                    new TreatmentPlan.Goal(
                            goal.id(),
                            goal.number(),
                            goal.text(),
                            goal.closedOn(),
                            objectives.getOrDefault(goal.id().value(), List.of()));
            var problem = aims.get(goal.id());
            if (problem == null) {
                loose.add(whole);
            } else {
                goals.computeIfAbsent(problem, any -> new ArrayList<>()).add(whole);
            }
        }
        var outline = outline(permit, stay, prescribed);
        return new TreatmentPlan(stay.id(), outline, records.problems(stay.id(), goals), loose);
    }

    /**
     * The outline with the hours that hold: those of it, unless others began since it was saved.
     */
    private TreatmentPlan.Outline outline(Permit permit, Episode stay, Plan prescribed) {
        var today = clients.today(permit, stay.client());
        var inForce = prescribed.on(today);
        var kept = records.outline(stay.id());
        if (kept.isEmpty()) {
            int minutes = inForce.map(Plan.Version::minutesPerWeek).orElse(MINUTES_OF_NINE_HOURS);
            return new TreatmentPlan.Outline(minutes, null, "", "", "", "", "", "", 0);
        }
        var zone = clients.zone(permit, stay.client());
        var savedOn = kept.get().savedAt().atZone(zone).toLocalDate();
        return inForce.filter(version -> version.from().isAfter(savedOn))
                .map(version -> kept.get().outline().withMinutes(version.minutesPerWeek()))
                .orElse(kept.get().outline());
    }

    /**
     * Other hours hold from today on: the outline follows, so that the next signature does not go
     * back to the ones before.
     */
    @Transactional
    public void follow(Permit permit, ClientId client, EpisodeId episode, int minutesPerWeek) {
        permit.require(LEVEL_CHANGE, resource(client));
        edits.minutes(episode, minutesPerWeek);
        audit.record(permit, "plans.outline", episode.value(), client.value());
    }

    /** The stay that is open, else the last one. */
    Optional<Episode> stay(Permit permit, ClientId client) {
        var stays = episodes.of(permit, client);
        return stays.stream()
                .filter(Episode::isOpen)
                .findFirst()
                .or(() -> stays.stream().findFirst());
    }

    Episode open(Permit permit, ClientId client) {
        return stay(permit, client).filter(Episode::isOpen).orElseThrow(NotFound::new);
    }

    private TreatmentPlan.Problem find(Permit permit, ClientId client, ProblemId problem) {
        return plan(permit, open(permit, client)).problems().stream()
                .filter(one -> one.id().equals(problem))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private void goal(Permit permit, ClientId client, GoalId goal) {
        prescriptions.of(permit, client, open(permit, client).id()).goals().stream()
                .filter(one -> one.id().equals(goal) && one.closedOn() == null)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private TreatmentPlan.Objective objective(
            Permit permit, ClientId client, ObjectiveId objective) {
        return plan(permit, open(permit, client)).problems().stream()
                .flatMap(problem -> problem.goals().stream())
                .flatMap(goal -> goal.objectives().stream())
                .filter(one -> one.id().equals(objective))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private void record(Permit permit, ClientId client, String what, UUID id) {
        audit.record(permit, what, id, client.value());
    }

    static Resource resource(ClientId client) {
        return new Resource(Resource.Kind.CLIENT, client.value());
    }
}
