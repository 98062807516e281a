package care.trellis.exchange;

import java.time.Instant;
import java.util.List;

/**
 * One coming of one file.
 *
 * @param kinds transactions in it, such as 835 or 277CA
 * @param words what it brought, or why it waits; a sentence each
 */
public record Arrival(
        ArrivalId id,
        String name,
        Source source,
        Instant at,
        State state,
        List<String> kinds,
        List<String> words,
        int bytes) {

    /** Whence a file came. */
    public enum Source {
        UPLOAD("Brought in"),
        FOLDER("Watched folder"),
        SFTP("Clearinghouse");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        /** As people say it. */
        public String label() {
            return label;
        }
    }

    /** What became of a file. */
    public enum State {
        /** On record, not looked at yet: the program stopped in between. */
        CAME("Came"),
        TAKEN("Taken"),
        QUARANTINED("Set apart"),
        /** A payment in it has the number of another one; two people may have it posted. */
        REPEATS("Repeats a payment"),
        /** A person looked and wants nothing of it. */
        SET_ASIDE("Set aside");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** As people say it. */
        public String label() {
            return label;
        }
    }

    /** Keeps its own copies of the lists. */
    public Arrival {
        kinds = List.copyOf(kinds);
        words = List.copyOf(words);
    }
}
