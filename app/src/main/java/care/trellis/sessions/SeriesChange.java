package care.trellis.sessions;

/** How a change of one session or of a series ended. */
public sealed interface SeriesChange {

    /**
     * It is changed.
     *
     * @param effect what it did
     */
    record Changed(Effect effect) implements SeriesChange {}

    /** Nothing was changed: rooms or staff cannot be had then. */
    record Taken(Obstacles obstacles) implements SeriesChange {}

    /** It has begun or is over; attendance is corrected instead. */
    record Begun() implements SeriesChange {}

    /** It was called off; it can be put back first. */
    record CalledOff() implements SeriesChange {}

    /** Attendance or notes are on record for that day, so it cannot move to another. */
    record OnRecord() implements SeriesChange {}

    /** The room belongs to another site, or is no longer used. */
    record RoomElsewhere() implements SeriesChange {}

    /** The rule has no date ahead. */
    record NoDates() implements SeriesChange {}

    /**
     * What a change does to dated sessions.
     *
     * @param changed take place otherwise, with their rosters
     * @param kept stay as they are: changed by themselves before, called off, or with attendance or
     *     notes on record
     * @param calledOff have no date any more and are called off; their rosters stay
     * @param added are new
     */
    record Effect(int changed, int kept, int calledOff, int added) {}
}
