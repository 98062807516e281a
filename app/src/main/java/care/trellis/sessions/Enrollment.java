package care.trellis.sessions;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** How the enrollment of a client into a track ended. */
public sealed interface Enrollment {

    /**
     * The client is expected from that day on.
     *
     * @param seats dated sessions in which the client is now expected
     */
    record Enrolled(UUID enrollment, int seats) implements Enrollment {}

    /** The client is in this track already at that time. */
    record AlreadyEnrolled() implements Enrollment {}

    /** There is no such episode, or it belongs to another program. */
    record NoSuchEpisode() implements Enrollment {}

    /** The day lies outside the stay: before the admission or after the discharge. */
    record OutsideEpisode(LocalDate admittedOn) implements Enrollment {}

    /**
     * Something speaks against it; a planner may go on with a reason.
     *
     * @param concerns each as a sentence
     */
    record AsksWhy(List<String> concerns) implements Enrollment {

        /** Copies the list. */
        public AsksWhy {
            concerns = List.copyOf(concerns);
        }
    }
}
