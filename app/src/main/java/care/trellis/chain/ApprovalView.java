package care.trellis.chain;

import care.trellis.web.Event;
import java.util.List;

/**
 * Asking the payer by file, as finished text.
 *
 * @param askPath where the request is sent; empty for those who may not and for what is decided
 * @param key made with the form
 * @param problem why nothing was sent; empty when nothing was refused
 * @param mends pages on which what came back can be mended; empty where nothing did
 * @param requests what was sent and what came back, the newest first
 * @param files that went out, for a payer that is reached by hand; empty for those who may not
 */
public record ApprovalView(
        String askPath,
        String key,
        String problem,
        List<Link> mends,
        List<Event> requests,
        List<Link> files) {

    /** A page or a file. */
    public record Link(String words, String path) {}

    /** What the button says. */
    public String askWords() {
        return mends.isEmpty() ? "Ask the payer by file" : "Ask the payer again by file";
    }

    /** Whether there is anything to show. */
    public boolean shown() {
        return !askPath.isEmpty() || !requests.isEmpty();
    }
}
