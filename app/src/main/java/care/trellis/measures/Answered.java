package care.trellis.measures;

import care.trellis.engine.instruments.AlertClass;
import org.jspecify.annotations.Nullable;

/** How one answer ended. */
public sealed interface Answered {

    /**
     * Kept, and its alert with it.
     *
     * @param alert the most urgent class that the answers so far raise; null for none
     */
    record Kept(@Nullable AlertClass alert) implements Answered {}

    /** Not among the codes of the question; nothing was kept. */
    record NotAnAnswer() implements Answered {}

    /** The measure takes no answers any more. */
    record Over() implements Answered {}
}
