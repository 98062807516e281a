package care.trellis.episodes;

import java.time.LocalDate;

/** How writing a plan ended. */
public sealed interface Planning {

    /** The version is on record. */
    record Planned() implements Planning {}

    /** It would begin before the admission. */
    record BeforeAdmission(LocalDate admittedOn) implements Planning {}

    /** The episode ended before that day. */
    record AfterDischarge(LocalDate dischargedOn) implements Planning {}
}
