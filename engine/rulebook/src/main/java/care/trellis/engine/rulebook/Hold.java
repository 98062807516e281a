package care.trellis.engine.rulebook;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A reason of the application's own to hold days back, that no payer wrote: a consent that is not
 * signed, an episode without coverage. It joins the findings as if a rulebook had said it.
 *
 * @param reason its code, {@code NO_CONSENT_FOR_PAYMENT}
 * @param stage where it stands in the order of reasons
 * @param date the day to hold; null holds the whole week
 * @param evidence the facts in plain words
 * @param citation what asks for it
 * @param fix the smallest change, in plain words
 * @param owner the role whose work it is
 */
public record Hold(
        String reason,
        Stage stage,
        @Nullable LocalDate date,
        String evidence,
        String citation,
        String fix,
        String owner) {}
