package care.trellis.messages;

import care.trellis.clients.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * News that a text came in, published in the transaction that keeps it. STOP, START and HELP are
 * answered already; what is left is a code or an answer that another room may wait for.
 *
 * @param id of the text on record; a good seed for the keys of what it causes
 * @param clients whose number it is: one for most, several in a family, none for a stranger
 * @param words as they were typed, without white space around them
 */
public record TextReceived(UUID id, List<ClientId> clients, String words, Instant at) {

    /** Keeps its own copy of the list. */
    public TextReceived {
        clients = List.copyOf(clients);
    }

    /** Whether it is four digits and nothing else: a code of a room. */
    public boolean isCode() {
        return words.matches("[0-9]{4}");
    }

    /** Says nothing of what was written, or by whom. */
    @Override
    public String toString() {
        return "TextReceived[" + id + "]";
    }
}
