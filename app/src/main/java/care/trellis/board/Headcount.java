package care.trellis.board;

/**
 * The four figures on top of the board; each opens the rows behind it.
 *
 * @param census clients who have a session today
 * @param path the board's address; {@code mark=…} is added to it
 */
public record Headcount(int census, int present, int late, int absent, int expected, String path) {

    /** Where the clients of one mark are listed. */
    public String path(Mark mark) {
        return path + (path.contains("?") ? "&" : "?") + "mark=" + mark.css();
    }
}
