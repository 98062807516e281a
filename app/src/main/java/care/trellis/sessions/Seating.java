package care.trellis.sessions;

import java.util.List;

/** How a change of one client's seat ended. */
public sealed interface Seating {

    /** Done. */
    record Seated() implements Seating {}

    /** The client is expected there already: nothing changed. */
    record AlreadyThere() implements Seating {}

    /** The client is not expected in the session that the change begins from. */
    record NotThere() implements Seating {}

    /** The record says that the client was there: the seat stays until that is corrected. */
    record WasHere() implements Seating {}

    /** The session was called off, or is over. */
    record NotTakingPlace() implements Seating {}

    /**
     * Something speaks against it; whoever seats the client may go on with a reason.
     *
     * @param concerns each as a sentence
     */
    record AsksWhy(List<String> concerns) implements Seating {

        /** Copies the list. */
        public AsksWhy {
            concerns = List.copyOf(concerns);
        }
    }
}
