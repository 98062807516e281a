package care.trellis.medications;

import java.util.List;

/**
 * A medication that {@code content/medications} knows by name.
 *
 * @param also names it is sold under
 * @param shows what a test of urine is expected to find while it is taken
 * @param missed what a screen often does not find although it is taken
 * @param reacts what a screen may wrongly find
 */
public record Medicine(
        String name,
        List<String> also,
        List<String> shows,
        List<String> missed,
        List<String> reacts,
        Group group) {

    /**
     * Medications that are watched alike.
     *
     * @param treatment whether they treat addiction
     * @param aimsDays how many days after the last AIMS the next one is due; 0 where none is
     */
    public record Group(String id, String title, boolean treatment, int aimsDays) {}

    /** Copies the lists. */
    public Medicine {
        also = List.copyOf(also);
        shows = List.copyOf(shows);
        missed = List.copyOf(missed);
        reacts = List.copyOf(reacts);
    }
}
