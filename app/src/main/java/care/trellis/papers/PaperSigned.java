package care.trellis.papers;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;

/**
 * A paper was signed: published in its transaction.
 *
 * @param permit of whoever signed it
 */
public record PaperSigned(
        Permit permit, ClientId client, PaperId paper, String form, Answers answers) {

    /** What was answered stays out of logs. */
    @Override
    public String toString() {
        return "PaperSigned[" + form + "]";
    }
}
