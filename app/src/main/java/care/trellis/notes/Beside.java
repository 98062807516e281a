package care.trellis.notes;

import java.time.LocalDate;
import java.util.List;

/**
 * What stands beside a line while it is written.
 *
 * @param day of the group
 * @param before the client's lines of the last three groups until then
 */
public record Beside(String givenName, LocalDate day, List<Before> before) {

    /** One earlier line. */
    public record Before(LocalDate day, String text) {

        /** Names nobody: logs may hold it. */
        @Override
        public String toString() {
            return "Before[" + day + "]";
        }
    }

    public Beside {
        before = List.copyOf(before);
    }

    /** Names nobody: logs may hold it. */
    @Override
    public String toString() {
        return "Beside[" + day + "]";
    }
}
