package care.trellis.engine.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One compiled rule.
 *
 * @param period the days on which it is asked
 * @param says the rule in one sentence
 * @param when it applies only when all of these hold
 * @param unless it does not apply when all of these hold; empty: no exception
 * @param reason its code, numbers filled in
 * @param fix the smallest change, with the places {@code {more}}, {@code {fewer}} and {@code
 *     {session}}
 * @param violation whether it is also told as a violation
 * @param scope the finest thing that its conditions look at
 */
record Rule(
        String id,
        Period period,
        String says,
        List<Test> when,
        List<Test> unless,
        Test test,
        String reason,
        Stage stage,
        Effect effect,
        boolean violation,
        String fix,
        String owner,
        String citation,
        String confidence,
        Scope scope) {

    boolean applies(Scene scene) {
        return asked(scene)
                && Test.all(when, scene) == Outcome.PASS
                && (unless.isEmpty() || Test.all(unless, scene) != Outcome.PASS);
    }

    /** A rule of the week is asked by its first day; without any day, always. */
    private boolean asked(Scene scene) {
        if (period.equals(Period.ALWAYS)) {
            return true;
        }
        var day = scene.day != null || scene.days.isEmpty() ? scene.day : scene.days.getFirst();
        return day == null || period.covers(day.date);
    }

    /** The same rule, citing something before its source; null changes nothing. */
    Rule citing(@Nullable String first) {
        return first == null
                ? this
                : new Rule(
                        id,
                        period,
                        says,
                        when,
                        unless,
                        test,
                        reason,
                        stage,
                        effect,
                        violation,
                        fix,
                        owner,
                        first + "; instead of: " + citation,
                        confidence,
                        scope);
    }

    boolean drawsDown() {
        return test.fact().name().equals(Vocabulary.AUTHORIZED_DAYS);
    }
}
