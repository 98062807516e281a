package care.trellis.ledger;

import care.trellis.base.Role;
import care.trellis.engine.rulebook.Outcome;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One predicate of the trace: what was asked, how it came out, on what evidence, and by whose word.
 *
 * @param rule id of the rule, {@code day-minutes}
 * @param code what it is known by when broken, {@code DAY_MINUTES_LT_180}
 * @param stage where it stands in the order of reasons, in words
 * @param evidence the facts in plain words: "179 of 180 minutes"
 * @param citation title and address of the source; empty for a rule of our own
 * @param decides whether the day's state hangs on it
 * @param week whether it looks at the whole week
 * @param fix the smallest change that meets it; null where it is met or nothing can help
 * @param owner the role whose work the fix is
 * @param session the session it is about
 */
public record Check(
        String rule,
        String code,
        String stage,
        Outcome outcome,
        String evidence,
        String citation,
        boolean decides,
        boolean week,
        @Nullable String fix,
        @Nullable Role owner,
        @Nullable UUID session) {}
