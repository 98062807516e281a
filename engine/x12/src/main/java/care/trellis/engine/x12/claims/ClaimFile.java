package care.trellis.engine.x12.claims;

import java.util.List;

/** How the writing of a file of claims ended. */
public sealed interface ClaimFile {

    /**
     * The file, ready to be sent.
     *
     * @param text the interchange in the basic and extended ASCII character set, a segment a line
     * @param claims how many claims
     * @param lines how many service lines
     * @param chargeCents sum of all charges in cents
     */
    record Written(String text, int claims, int lines, long chargeCents) implements ClaimFile {}

    /**
     * Nothing was written: every problem that was found, in the order of the claims.
     *
     * @param problems at least one
     */
    record Refused(List<ClaimProblem> problems) implements ClaimFile {

        /** Keeps its own copy of the problems. */
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
