package care.trellis.whiteboard.web;

import java.util.List;

/**
 * One hand-over.
 *
 * @param signed who went, and when
 * @param taken who came, and when; empty as long as nobody signed for it
 * @param mayRead the reader is the one who comes, and taps
 * @param mayTake every box is tapped
 */
public record HandOverCard(
        String path,
        String signed,
        String taken,
        List<Part> parts,
        boolean mayRead,
        boolean mayTake) {

    /** One box. */
    public record Part(String name, String label, String words, boolean read) {

        @Override
        public String toString() {
            return "Part[" + name + "]";
        }
    }

    public HandOverCard {
        parts = List.copyOf(parts);
    }
}
