package care.trellis.engine.x12;

import care.trellis.engine.x12.Problem.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the problems of one file. It keeps the first 1,000, so that a bad file cannot fill
 * memory.
 */
public final class Problems {

    private static final int MOST = 1_000;

    private final List<Problem> kept = new ArrayList<>();
    private boolean errors;
    private boolean full;

    /** Starts with none. */
    public Problems() {}

    /**
     * The file was not read whole, or contradicts itself.
     *
     * @param code for machines
     * @param segment place in the file, from 1
     * @param line line of the file, from 1
     * @param text one sentence that repeats nothing of the file's content
     */
    public void error(String code, int segment, int line, String text) {
        add(new Problem(Severity.ERROR, code, segment, line, text));
    }

    /**
     * Odd, but nothing was lost.
     *
     * @param code for machines
     * @param segment place in the file, from 1
     * @param line line of the file, from 1
     * @param text one sentence that repeats nothing of the file's content
     */
    public void warning(String code, int segment, int line, String text) {
        add(new Problem(Severity.WARNING, code, segment, line, text));
    }

    private void add(Problem problem) {
        errors |= problem.isError();
        if (kept.size() < MOST) {
            kept.add(problem);
        } else if (!full) {
            full = true;
            kept.add(
                    new Problem(
                            Severity.WARNING,
                            "TOO_MANY_PROBLEMS",
                            problem.segment(),
                            problem.line(),
                            "Only the first " + MOST + " problems are listed."));
        }
    }

    /**
     * Whether any problem was an error, kept or not.
     *
     * @return true after the first error
     */
    public boolean hasErrors() {
        return errors;
    }

    /**
     * What was kept, in the order found.
     *
     * @return at most 1,001
     */
    public List<Problem> list() {
        return List.copyOf(kept);
    }
}
