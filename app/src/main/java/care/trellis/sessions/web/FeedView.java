package care.trellis.sessions.web;

/**
 * A calendar to subscribe to.
 *
 * @param own whether it is the reader's own; otherwise a client's
 * @param words when it was made and last read; empty while there is none
 * @param address its secret address, shown right after it was made and never again
 */
public record FeedView(String path, String title, boolean own, String words, String address) {

    /** The address is a secret. */
    @Override
    public String toString() {
        return "FeedView[" + path + "]";
    }
}
