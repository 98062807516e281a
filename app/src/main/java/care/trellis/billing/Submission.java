package care.trellis.billing;

import java.util.List;

/**
 * How a submission ended. Twice pressed, or pressed by two billers at once, it ends the same: the
 * days stand on the files that were made first.
 */
public sealed interface Submission {

    /** Claims that could not be made, each with what it lacks. */
    List<LeftOut> leftOut();

    /** The chosen days stand on these files. */
    record Sent(List<SentFile> files, List<LeftOut> leftOut) implements Submission {

        public Sent {
            files = List.copyOf(files);
            leftOut = List.copyOf(leftOut);
        }
    }

    /** No claim could be made of the chosen days. */
    record NothingSent(List<LeftOut> leftOut) implements Submission {

        public NothingSent {
            leftOut = List.copyOf(leftOut);
        }
    }
}
