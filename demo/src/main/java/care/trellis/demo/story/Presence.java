package care.trellis.demo.story;

/** Whether somebody comes to one group. */
public sealed interface Presence {

    /**
     * Comes.
     *
     * @param late minutes after the start; 0 or less is in time
     * @param early minutes before the end; 0 stays until the end
     */
    record Comes(int late, int early) implements Presence {}

    /**
     * Stays away.
     *
     * @param excused the program agreed
     * @param reason what is known of it
     */
    record StaysAway(boolean excused, String reason) implements Presence {}
}
