package care.trellis.sessions;

/** Why a client is given a seat although something speaks against it. */
public final class SeatReason {

    /** Characters at most. */
    public static final int LONGEST = 500;

    private SeatReason() {}

    /** Whether these words are a reason that can be kept. */
    static boolean holds(String why) {
        return !why.isBlank() && why.length() <= LONGEST;
    }

    /**
     * What to do about words that were not kept.
     *
     * @param missing said where there are none
     */
    public static String fix(String why, String missing) {
        int over = why.length() - LONGEST;
        if (why.isBlank() || over <= 0) {
            return missing;
        }
        return "Shorten it by %,d %s: it has %,d, and %d are kept."
                .formatted(over, over == 1 ? "character" : "characters", why.length(), LONGEST);
    }
}
