package care.trellis.whiteboard;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that the shift has to do.
 *
 * @param owner who has it; empty while nobody has
 */
public record Task(UUID id, String words, Instant madeAt, String madeBy, String owner) {

    @Override
    public String toString() {
        return "Task[" + id + "]";
    }
}
