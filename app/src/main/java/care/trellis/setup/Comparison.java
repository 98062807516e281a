package care.trellis.setup;

import java.util.List;

/**
 * A file beside what is there.
 *
 * @param differences what taking it would add or change, and what stands only here and stays
 * @param same entries that are as they are here
 * @param refusals why it cannot be taken; empty where it can
 */
public record Comparison(List<Difference> differences, int same, List<Refusal> refusals) {

    /** What taking the file does with an entry. */
    public enum Kind {
        ADDED,
        CHANGED,
        ONLY_HERE
    }

    /**
     * One entry that differs.
     *
     * @param label such as {@code Room B of Northgate}
     * @param details each a sentence, as {@code seats: 12, in the file 14}
     */
    public record Difference(Kind kind, String label, List<String> details) {

        /** Copies the details. */
        public Difference {
            details = List.copyOf(details);
        }
    }

    /** Copies the lists. */
    public Comparison {
        differences = List.copyOf(differences);
        refusals = List.copyOf(refusals);
    }
}
