package care.trellis.transitions;

import care.trellis.sessions.Seats;

/** How taking a change back ended. */
public sealed interface Undoing {

    /** All is as it was before; these seats were given back and given up. */
    record Undone(Seats seats) implements Undoing {}

    /** It was taken back before. */
    record AlreadyUndone() implements Undoing {}

    /**
     * Something depends on it.
     *
     * @param why a sentence that says what, and what to do
     */
    record Bound(String why) implements Undoing {}
}
