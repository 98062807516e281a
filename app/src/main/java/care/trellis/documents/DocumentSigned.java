package care.trellis.documents;

import care.trellis.clients.ClientId;

/** A document was signed: published in its transaction. */
public record DocumentSigned(ClientId client, DocumentId document, String form, Answers answers) {

    /** What was answered stays out of logs. */
    @Override
    public String toString() {
        return "DocumentSigned[" + form + "]";
    }
}
