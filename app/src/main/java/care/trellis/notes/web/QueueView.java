package care.trellis.notes.web;

import java.util.List;

/**
 * What waits for a clinician's pen, as finished text.
 *
 * @param said what was just confirmed; empty for nothing
 * @param mayAssign whether the reader says who supervises whom
 */
public record QueueView(
        List<Row> groups, List<Row> drafts, List<Review> reviews, String said, boolean mayAssign) {

    /** A group or a draft. */
    public record Row(String name, String what, String age, boolean late, String path) {}

    /**
     * One signing pass of somebody supervised.
     *
     * @param path where it is confirmed
     */
    public record Review(
            String path,
            String key,
            String author,
            String what,
            String due,
            boolean overdue,
            List<Note> notes) {}

    /** One note to read before. */
    public record Note(String client, String path) {}
}
