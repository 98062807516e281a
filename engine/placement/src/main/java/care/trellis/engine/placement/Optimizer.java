package care.trellis.engine.placement;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.RuinRecreateMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchType;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes proposals: begins with what first-fit gives and looks for better ones. It is never worse
 * than first-fit, and what breaks a rule is taken out before anybody sees it.
 */
public final class Optimizer {

    private Optimizer() {}

    /**
     * A proposal, the best that was found.
     *
     * @param found told each better one while the search goes on, on the thread of the search
     */
    public static Proposal propose(Question question, Effort effort, Consumer<Figures> found) {
        var options = new Options(question);
        var crowd = FirstFit.crowd(question, options);
        var plan = plan(question, options, crowd);
        if (plan.getSeekers().stream().anyMatch(seeker -> !seeker.isPinned())) {
            plan = solved(plan, question, effort, found);
        }
        var best = new Crowd(question);
        for (var seeker : plan.getSeekers()) {
            var option = seeker.getOption();
            if (option != null) {
                best.seat(seeker.person(), option);
            }
        }
        withoutBreaches(question, best);
        return Explainer.explained(question, options, best);
    }

    /** Every place that the fixed rules allow a person, whoever else is there. */
    public static List<Place> possible(Question question, Person person) {
        return new Options(question).of(person).stream().map(option -> option.place).toList();
    }

    /** Whoever the fixed rules leave no place is no part of the search: there is nothing to try. */
    private static Plan plan(Question question, Options options, Crowd crowd) {
        var seekers = new ArrayList<Seeker>();
        for (var person : question.people()) {
            var now = crowd.of(person).orElse(null);
            var places =
                    person.pinned() && now != null ? List.of(now) : allowed(options, person, now);
            if (!places.isEmpty()) {
                seekers.add(new Seeker(person, places, now, most(question, person)));
            }
        }
        return new Plan(List.copyOf(seekers), question.apart());
    }

    /** The present place is among them even where a rule changed since: a move is the staff's. */
    private static List<Option> allowed(Options options, Person person, @Nullable Option now) {
        var allowed = new ArrayList<>(options.of(person));
        if (now != null) {
            allowed.removeIf(option -> option.place.equals(now.place));
            allowed.addFirst(now);
        }
        return List.copyOf(allowed);
    }

    private static int most(Question question, Person person) {
        return question.payers().stream()
                .filter(payer -> payer.id().equals(person.fit().payer()))
                .mapToInt(Payer::mostInGroup)
                .filter(most -> most > 0)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    private static Plan solved(
            Plan plan, Question question, Effort effort, Consumer<Figures> found) {
        var solver =
                SolverFactory.<Plan>create(
                                new SolverConfig()
                                        .withSolutionClass(Plan.class)
                                        .withEntityClasses(Seeker.class)
                                        .withConstraintProviderClass(PlacementRules.class)
                                        .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
                                        .withRandomSeed(effort.seed())
                                        .withPhases(search())
                                        .withTerminationConfig(
                                                new TerminationConfig()
                                                        .withMoveCountLimit(effort.moves())
                                                        .withSpentLimit(effort.time())))
                        .buildSolver();
        solver.addEventListener(
                event -> found.accept(Figures.of(question, places(event.getNewBestSolution()))));
        return solver.solve(plan);
    }

    private static LocalSearchPhaseConfig search() {
        return new LocalSearchPhaseConfig()
                .withLocalSearchType(LocalSearchType.LATE_ACCEPTANCE)
                .withMoveSelectorConfig(
                        new UnionMoveSelectorConfig()
                                .withMoveSelectors(
                                        new ChangeMoveSelectorConfig()
                                                .withFixedProbabilityWeight(20.0),
                                        new RuinRecreateMoveSelectorConfig()
                                                .withMinimumRuinedCount(2)
                                                .withMaximumRuinedCount(5)
                                                .withFixedProbabilityWeight(1.0)));
    }

    private static Map<String, Place> places(Plan plan) {
        var places = new LinkedHashMap<String, Place>();
        for (var seeker : plan.getSeekers()) {
            var option = seeker.getOption();
            if (option != null) {
                places.put(seeker.getId(), option.place);
            }
        }
        return places;
    }

    /** A wall behind the search: whoever would break a rule goes back to where they were. */
    private static void withoutBreaches(Question question, Crowd crowd) {
        var breaches = Checker.breaches(question, crowd.places());
        while (!breaches.isEmpty()) {
            var person = breaches.getFirst().person();
            question.people().stream().filter(it -> it.id().equals(person)).forEach(crowd::unseat);
            breaches = Checker.breaches(question, crowd.places());
        }
    }
}
