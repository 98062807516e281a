package care.trellis.plans;

/**
 * How soon a first plan is due, and how often it is reviewed.
 *
 * @param firstDays days from admission to the first signature, 1 to 60
 * @param reviewDays days from one signature to the next, 1 to 365
 */
public record Cadence(int firstDays, int reviewDays) {

    /**
     * Seven days and thirty: what programs commonly hold themselves to, no rule of law. A program
     * or a contract may ask for less.
     */
    public static final Cadence DEFAULT = new Cadence(7, 30);

    /** Refuses what no rule asks for. */
    public Cadence {
        if (firstDays < 1 || firstDays > 60 || reviewDays < 1 || reviewDays > 365) {
            throw new IllegalArgumentException(
                    "No plan is reviewed every %d and %d days".formatted(firstDays, reviewDays));
        }
    }

    /** The sooner of both. */
    public Cadence and(Cadence other) {
        return new Cadence(
                Math.min(firstDays, other.firstDays), Math.min(reviewDays, other.reviewDays));
    }
}
