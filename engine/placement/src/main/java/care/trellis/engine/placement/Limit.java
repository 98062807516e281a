package care.trellis.engine.placement;

/**
 * How many people may sit in a group, and who says so.
 *
 * @param people the most, at least 0
 */
public record Limit(Kind kind, int people) {

    /** Who sets the limit. */
    public enum Kind {
        /** The chairs of the room. */
        ROOM("the room"),
        /** The group size of the program's licence. */
        LICENCE("the licence"),
        /** The group size that the payer of somebody in the group pays for. */
        PAYER("a payer's group size"),
        /** What the program itself wants. */
        PROGRAM("the program");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What sets the limit, in words that follow "set by". */
        public String words() {
            return words;
        }
    }
}
