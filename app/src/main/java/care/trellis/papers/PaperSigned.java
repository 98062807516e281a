package care.trellis.papers;

import care.trellis.clients.ClientId;

/** A paper was signed: published in its transaction. */
public record PaperSigned(ClientId client, PaperId paper, String form, Answers answers) {

    /** What was answered stays out of logs. */
    @Override
    public String toString() {
        return "PaperSigned[" + form + "]";
    }
}
