package care.trellis.attendance;

/** How an entry into the record ended. What stands is part of the answer. */
public sealed interface Recording {

    /**
     * It is on record.
     *
     * @param mark what stands now
     */
    record Recorded(Mark mark) implements Recording {}

    /**
     * It was on record before, or says the same: nothing changed.
     *
     * @param mark what stands now
     */
    record AlreadyRecorded(Mark mark) implements Recording {}

    /** The client is not on this session's roster. */
    record NotExpected() implements Recording {}

    /** The session was called off. */
    record Cancelled() implements Recording {}

    /** The session's day has not come. */
    record TooEarly() implements Recording {}

    /** The session is over: what happened is recorded as a correction. */
    record Over() implements Recording {}

    /** The client is not there, so cannot leave. */
    record NotHere() implements Recording {}

    /**
     * Somebody must act for the client first.
     *
     * @param why as a sentence
     */
    record MustStay(String why) implements Recording {}

    /** There is nothing to take back, or it is too long ago: then it is a correction. */
    record TooLate() implements Recording {}

    /**
     * A press that came late differs from what was recorded meanwhile: nothing was changed, and the
     * roster shows both.
     *
     * @param mark what stands
     */
    record Differs(Mark mark) implements Recording {}
}
