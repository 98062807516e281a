package care.trellis.engine.rulebook;

import java.util.List;

/**
 * One compiled rule.
 *
 * @param when it applies only when all of these hold
 * @param reason its code, numbers filled in
 * @param fix the smallest change, with the places {@code {more}}, {@code {fewer}} and {@code
 *     {session}}
 * @param violation whether it is also told as a violation
 * @param scope the finest thing that its conditions look at
 */
record Rule(
        String id,
        List<Test> when,
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

    boolean drawsDown() {
        return test.fact().name().equals(Vocabulary.AUTHORIZED_DAYS);
    }
}
