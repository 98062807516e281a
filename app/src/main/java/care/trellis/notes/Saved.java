package care.trellis.notes;

import care.trellis.base.Problem;
import java.time.Instant;
import java.util.List;

/** How a save of what is being written ended. */
public sealed interface Saved {

    /** It is on record. The next save of the same part brings this version. */
    record Stored(int version, Instant at) implements Saved {}

    /**
     * Somebody else saved other words in between. Nothing was overwritten: theirs stand, these are
     * kept beside them until somebody chooses.
     *
     * @param version of what stands
     */
    record Changed(int version) implements Saved {}

    /** It cannot be kept as it is; each problem names its field. The page still holds the words. */
    record Wrong(List<Problem> problems) implements Saved {

        public Wrong {
            problems = List.copyOf(problems);
        }
    }

    /** The note is signed. What is to be added becomes an addendum. */
    record AlreadySigned() implements Saved {}

    /** Only the facilitators of the session write its note. */
    record NotFacilitator() implements Saved {}
}
