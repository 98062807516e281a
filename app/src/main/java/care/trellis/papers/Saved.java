package care.trellis.papers;

import java.time.Instant;

/** How saving a section ended. */
public sealed interface Saved {

    /** It is on record under this revision. */
    record Stored(int revision) implements Saved {}

    /**
     * Somebody else saved the section in between. Both texts are kept; the next save brings this
     * revision.
     */
    record Changed(int revision, Answers theirs, String by, Instant at) implements Saved {}

    /** The paper is signed and stays as it is. */
    record AlreadySigned() implements Saved {}

    /** Something is longer than a section may be. */
    record TooLong(int longest) implements Saved {}
}
