package care.trellis.curricula.web;

import java.util.List;

/** What one client got of the curriculum, week by week. */
public record CoverageView(
        String path, String name, String words, List<String> missing, List<Week> weeks) {

    /** Copies the lists. */
    public CoverageView {
        missing = List.copyOf(missing);
        weeks = List.copyOf(weeks);
    }

    /** One week of the outline. */
    public record Week(String title, List<Cell> cells) {

        /** Copies the cells. */
        public Week {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One module.
     *
     * @param state {@code had}, {@code part}, {@code ahead} or {@code none}
     * @param words the same in words
     */
    public record Cell(String code, String title, boolean core, String state, String words) {}
}
