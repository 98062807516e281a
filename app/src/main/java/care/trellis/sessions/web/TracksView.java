package care.trellis.sessions.web;

import care.trellis.web.Choice;
import care.trellis.web.WeekGrid;
import java.util.List;

/**
 * The list of tracks, and the form for a new one.
 *
 * @param weeks a picture for each site
 * @param programs what a track can belong to; empty before there is a program
 * @param name what was typed
 * @param error what is wrong with it; empty for nothing
 */
public record TracksView(
        List<Week> weeks,
        List<Row> tracks,
        List<Choice> programs,
        String key,
        String name,
        String error,
        boolean mayEdit) {

    /** The week of one site, all tracks together. */
    public record Week(String site, WeekGrid grid) {}

    /**
     * One track.
     *
     * @param days a line per day that has something, such as {@code Mon 9:00, 10:15}
     */
    public record Row(
            String path, String name, String program, String clients, String hours, String days) {}

    public TracksView {
        weeks = List.copyOf(weeks);
        tracks = List.copyOf(tracks);
        programs = List.copyOf(programs);
    }
}
