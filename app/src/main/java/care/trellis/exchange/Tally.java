package care.trellis.exchange;

import java.util.ArrayList;
import java.util.List;

/** What a file brought, counted in one sentence: {@code 13 claims went on, 1 came back.} */
final class Tally {

    private final List<String> parts = new ArrayList<>();

    /**
     * Adds what there is any of.
     *
     * @param one what follows a 1
     * @param many what follows another number
     */
    Tally count(long number, String one, String many) {
        if (number > 0) {
            parts.add(number + " " + (number == 1 ? one : many));
        }
        return this;
    }

    /** The same where one and many are said alike. */
    Tally count(long number, String what) {
        return count(number, what, what);
    }

    /**
     * The sentence.
     *
     * @param nothing said where nothing was counted
     */
    String sentence(String nothing) {
        return parts.isEmpty() ? nothing : String.join(", ", parts) + ".";
    }
}
