package care.trellis.chain;

import care.trellis.web.Event;
import java.util.List;

/**
 * Asking the payer by file, as finished text.
 *
 * @param askPath where the request is sent; empty for those who may not and for what is decided
 * @param key made with the form
 * @param problem why nothing was sent; empty when nothing was refused
 * @param requests what was sent and what came back, the newest first
 * @param files that went out, for a payer that is reached by hand; empty for those who may not
 */
public record ApprovalView(
        String askPath, String key, String problem, List<Event> requests, List<File> files) {

    /** A file that went out. */
    public record File(String words, String path) {}

    /** Whether there is anything to show. */
    public boolean shown() {
        return !askPath.isEmpty() || !requests.isEmpty();
    }
}
