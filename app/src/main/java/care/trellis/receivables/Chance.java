package care.trellis.receivables;

/** How likely a denial is overturned: the clinic's own history, leaning on what is usual. */
final class Chance {

    /** So many imagined cases stand for what is usual; ten real ones outweigh them. */
    private static final int USUAL_WEIGHS = 4;

    private Chance() {}

    static double of(Cause cause, int closed, int won) {
        return (won + USUAL_WEIGHS * cause.chance()) / (closed + USUAL_WEIGHS);
    }
}
