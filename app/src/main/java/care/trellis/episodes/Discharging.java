package care.trellis.episodes;

import java.time.LocalDate;

/** How a discharge ended. */
public sealed interface Discharging {

    /** The client has left the program. */
    record Discharged() implements Discharging {}

    /** The client had left on this day. */
    record AlreadyDischarged(LocalDate on) implements Discharging {}

    /** The day lies before the admission, or before the step that placed the client last. */
    record BeforeAdmission(LocalDate earliest) implements Discharging {}
}
