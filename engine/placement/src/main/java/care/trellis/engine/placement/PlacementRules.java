package care.trellis.engine.placement;

import static ai.timefold.solver.core.api.score.HardMediumSoftScore.ONE_HARD;
import static ai.timefold.solver.core.api.score.HardMediumSoftScore.ONE_MEDIUM;
import static ai.timefold.solver.core.api.score.HardMediumSoftScore.ONE_SOFT;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.countBi;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.min;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;
import ai.timefold.solver.core.api.score.stream.bi.BiConstraintStream;

/**
 * What the solver weighs, one method a rule; what one person alone decides stands in {@link
 * FixedRules}.
 */
public final class PlacementRules implements ConstraintProvider {

    /** For the solver. */
    public PlacementRules() {}

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            noMoreThanSeats(factory),
            neverTogether(factory),
            everybodyPlaced(factory),
            allHoursGiven(factory),
            littleCost(factory),
            mixedGroups(factory),
            groupsThatWork(factory)
        };
    }

    Constraint noMoreThanSeats(ConstraintFactory factory) {
        return sitting(factory)
                .groupBy(
                        (seeker, meeting) -> meeting,
                        countBi(),
                        min((Seeker seeker, Option.Meeting meeting) -> seeker.most()))
                .filter((meeting, people, payers) -> people > seats(meeting, payers))
                .penalize(ONE_HARD, (meeting, people, payers) -> people - seats(meeting, payers))
                .asConstraint("No more people than seats");
    }

    Constraint neverTogether(ConstraintFactory factory) {
        return factory.forEach(Apart.class)
                .join(Seeker.class, Joiners.equal(Apart::one, Seeker::getId))
                .join(Seeker.class, Joiners.equal((pair, one) -> pair.other(), Seeker::getId))
                .filter((pair, one, other) -> one.place().meets(other.place()))
                .penalize(ONE_HARD)
                .asConstraint("Never together");
    }

    Constraint everybodyPlaced(ConstraintFactory factory) {
        return factory.forEachIncludingUnassigned(Seeker.class)
                .filter(seeker -> seeker.getOption() == null)
                .penalize(
                        ONE_MEDIUM,
                        seeker ->
                                seeker.person().need().minutesWanted()
                                        + seeker.person().waitingDays())
                .asConstraint("Everybody placed");
    }

    Constraint allHoursGiven(ConstraintFactory factory) {
        return factory.forEach(Seeker.class)
                .penalize(ONE_MEDIUM, seeker -> seeker.place().shortfall)
                .asConstraint("All hours given");
    }

    Constraint littleCost(ConstraintFactory factory) {
        return factory.forEach(Seeker.class)
                .penalize(ONE_SOFT, seeker -> seeker.place().cost)
                .asConstraint("Little cost to each");
    }

    Constraint mixedGroups(ConstraintFactory factory) {
        return sitting(factory)
                .filter((seeker, meeting) -> meeting.group.mostAlike() > 0)
                .groupBy(
                        (seeker, meeting) -> meeting,
                        (seeker, meeting) -> seeker.person().fit().kind(),
                        countBi())
                .filter((meeting, kind, people) -> people > meeting.group.mostAlike())
                .penalize(
                        ONE_SOFT,
                        (meeting, kind, people) ->
                                (people - meeting.group.mostAlike()) * Cost.ALIKE.weight())
                .asConstraint("Mixed groups");
    }

    Constraint groupsThatWork(ConstraintFactory factory) {
        return sitting(factory)
                .groupBy((seeker, meeting) -> meeting, countBi())
                .filter((meeting, people) -> people < meeting.group.least())
                .penalize(
                        ONE_SOFT,
                        (meeting, people) -> (meeting.group.least() - people) * Cost.THIN.weight())
                .asConstraint("Groups that work");
    }

    private static BiConstraintStream<Seeker, Option.Meeting> sitting(ConstraintFactory factory) {
        return factory.forEach(Seeker.class).flatten(seeker -> seeker.place().meetings);
    }

    private static long seats(Option.Meeting meeting, int payers) {
        return Math.min(meeting.seats, payers);
    }
}
