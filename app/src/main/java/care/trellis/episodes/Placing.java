package care.trellis.episodes;

/** How a step up or down ended. */
public sealed interface Placing {

    /** The new level holds from that day; the episode goes on. */
    record Placed() implements Placing {}

    /** The client is at this level already. */
    record SameLevel() implements Placing {}

    /** The day does not lie after the beginning of the placement it would end. */
    record NotAfterPlacement() implements Placing {}

    /** The episode is over. */
    record Discharged() implements Placing {}
}
