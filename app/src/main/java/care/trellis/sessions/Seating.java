package care.trellis.sessions;

/** How a change of one client's seat ended. */
public sealed interface Seating {

    /** Done. */
    record Seated() implements Seating {}

    /** The client is expected there already: nothing changed. */
    record AlreadyThere() implements Seating {}

    /** The client is not expected in the session that the change begins from. */
    record NotThere() implements Seating {}

    /** The session was called off, or is over. */
    record NotTakingPlace() implements Seating {}
}
