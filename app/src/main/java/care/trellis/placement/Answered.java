package care.trellis.placement;

/** How an answer to an offer ended. */
public sealed interface Answered {

    /** The seat is the client's. */
    record Taken(Offer.Choice choice) implements Answered {}

    /** The seat was no longer held, or the session was called off. */
    record TooLate() implements Answered {}

    /** It was answered before: that stands. */
    record Before(Offer.Answer answer) implements Answered {}
}
