package care.trellis.clients;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether anything may leave for a payer today. */
public sealed interface ConsentState {

    /**
     * A consent is in force.
     *
     * @param until its last day at the site; null: no end
     */
    record InForce(ConsentId consent, @Nullable LocalDate until) implements ConsentState {}

    /** The last one ran out at the end of this day. */
    record Expired(LocalDate on) implements ConsentState {}

    /** The last one was taken back. */
    record Revoked(LocalDate on) implements ConsentState {}

    /** Nobody has signed. */
    record Missing() implements ConsentState {}
}
