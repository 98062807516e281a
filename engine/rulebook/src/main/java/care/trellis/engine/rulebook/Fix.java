package care.trellis.engine.rulebook;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The smallest change that meets a broken rule.
 *
 * @param words the change in plain words: "1 more minute", "sign the note of the 10:15 group"
 * @param owner the role whose work it is: clinician, utilization reviewer, biller, front desk
 * @param wanted the fact to change and what it must become; null where the application supplied the
 *     hold itself or no change can help
 * @param amount how much is missing or too much, in the fact's own unit; 0 where there is no amount
 * @param date the day to change; null when it is the week's
 * @param sessionId the session to change, as the caller named it; null when it is no session's
 * @param having what sessions to be added must be, when {@code wanted} counts sessions
 */
public record Fix(
        String words,
        String owner,
        @Nullable Condition wanted,
        int amount,
        @Nullable LocalDate date,
        @Nullable String sessionId,
        List<Condition> having) {}
