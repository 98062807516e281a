package care.trellis.engine.rulebook;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One predicate of the trace.
 *
 * @param rule id of the rule in its rulebook
 * @param says the rule in one sentence
 * @param effect what follows when it is broken
 * @param reason the code it is known by when broken, numbers filled in: {@code DAY_MINUTES_LT_180}
 * @param evidence the facts in plain words: "179 of 180 minutes"
 * @param citation title and address of the source
 * @param confidence how well the source was read: P, Pm, S, M, M? as the rulebook's legend says
 * @param date the day it is about; null: the week or the claim
 * @param sessionId the session it is about; null: no single one
 * @param fix present when the outcome is {@link Outcome#FAIL}
 */
public record Finding(
        String rule,
        String says,
        Stage stage,
        Outcome outcome,
        Effect effect,
        String reason,
        String evidence,
        String citation,
        String confidence,
        @Nullable LocalDate date,
        @Nullable String sessionId,
        @Nullable Fix fix) {

    /** Whether the rule is broken. */
    public boolean failed() {
        return outcome == Outcome.FAIL;
    }
}
