package care.trellis.attendance;

/** How checking everybody out ended. */
public sealed interface Closing {

    /** Everybody left, but for those who must stay. */
    record Closed(int left) implements Closing {}

    /**
     * Something must be done first.
     *
     * @param why as a sentence
     */
    record HeldBack(String why) implements Closing {}
}
