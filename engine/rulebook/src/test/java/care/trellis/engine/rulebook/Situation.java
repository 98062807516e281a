package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.facts.Authorization;
import care.trellis.engine.rulebook.facts.Week;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Everything a decision is made from. */
record Situation(Week week, Authorization authorization, List<Hold> holds) {

    Decision decide(Rulebook rulebook) {
        return Decisions.decide(week, rulebook, authorization, holds);
    }

    /** The same facts in another order. */
    Situation shuffled(Random random) {
        return new Situation(
                new Week(
                        week.client(),
                        week.program(),
                        week.plan(),
                        shuffled(week.sessions(), random),
                        shuffled(week.charges(), random),
                        week.dayTotal(),
                        week.billing(),
                        shuffled(week.otherClaims(), random),
                        shuffled(week.history(), random),
                        week.course()),
                authorization,
                shuffled(holds, random));
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
