package care.trellis.engine.rulebook;

import java.util.List;

/**
 * One compiled rule.
 *
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
        return Test.all(when, scene) == Outcome.PASS
                && (unless.isEmpty() || Test.all(unless, scene) != Outcome.PASS);
    }

    boolean drawsDown() {
        return test.fact().name().equals(Vocabulary.AUTHORIZED_DAYS);
    }
}
