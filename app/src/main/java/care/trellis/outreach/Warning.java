package care.trellis.outreach;

import java.util.List;

/**
 * What the early warning says of one stay: the points, and nothing but the reasons they add up
 * from.
 */
public record Warning(Band band, int points, List<Reason> reasons, List<Play> plays) {

    /** Keeps its own copies. */
    public Warning {
        reasons = List.copyOf(reasons);
        plays = List.copyOf(plays);
    }

    /** How pressing it is. */
    public enum Band {
        STEADY("Steady"),
        WATCH("Keep an eye on"),
        ACT("Act today");

        private final String label;

        Band(String label) {
            this.label = label;
        }

        /** As people say it. */
        public String label() {
            return label;
        }
    }

    /**
     * One sign that shows.
     *
     * @param evidence what was seen, as a sentence without a name
     */
    public record Reason(String sign, String title, String evidence, int points, String source) {}

    /** Something that can be done. */
    public record Play(String id, String title, String text) {}
}
