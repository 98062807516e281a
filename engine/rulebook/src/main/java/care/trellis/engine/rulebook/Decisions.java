package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.facts.Authorization;
import care.trellis.engine.rulebook.facts.Week;
import java.util.List;

/** The front door: one client's week in, a decision with its trace out. */
public final class Decisions {

    private Decisions() {}

    /**
     * Decides a week by a rulebook. Pure: no clock, no state; the same facts in any order give the
     * same decision. What is unknown fails nothing.
     */
    public static Decision decide(Week week, Rulebook rulebook, Authorization authorization) {
        return decide(week, rulebook, authorization, List.of());
    }

    /**
     * Decides as {@link #decide(Week, Rulebook, Authorization)}, with holds of the application's
     * own.
     */
    public static Decision decide(
            Week week, Rulebook rulebook, Authorization authorization, List<Hold> holds) {
        return new Judgement(week, rulebook, authorization, holds).decide();
    }
}
