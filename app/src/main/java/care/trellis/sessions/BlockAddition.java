package care.trellis.sessions;

import java.util.UUID;

/** How the addition of a block to a track's week ended. */
public sealed interface BlockAddition {

    /**
     * It is planned.
     *
     * @param sessions dated sessions that were made from it
     */
    record Added(UUID block, int sessions) implements BlockAddition {}

    /** The room belongs to another site, or is no longer used. */
    record RoomElsewhere() implements BlockAddition {}

    /** The room or a facilitator cannot be had then. */
    record Taken(Obstacles obstacles) implements BlockAddition {}
}
