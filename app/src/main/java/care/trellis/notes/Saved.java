package care.trellis.notes;

import java.time.Instant;

/** How a save of what is being written ended. */
public sealed interface Saved {

    /** It is on record. The next save of the same part brings this version. */
    record Stored(int version, Instant at) implements Saved {}

    /** Somebody else saved the same part in between; nothing was overwritten. */
    record Changed(int version) implements Saved {}

    /** The note is signed. What is to be added becomes an addendum. */
    record AlreadySigned() implements Saved {}

    /** Only the facilitators of the session write its note. */
    record NotFacilitator() implements Saved {}
}
