package care.trellis.sessions.web;

import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;

/** Asks a door for a room or a person that somebody else may take at the same moment. */
final class Booking {

    private Booking() {}

    /**
     * The database lets one of two have it. The other is asked for once more: the door now sees
     * what was taken, and says so.
     */
    static <T> T ask(Supplier<T> door) {
        try {
            return door.get();
        } catch (DataIntegrityViolationException takenMeanwhile) {
            return door.get();
        }
    }
}
