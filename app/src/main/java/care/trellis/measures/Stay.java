package care.trellis.measures;

import care.trellis.clients.ClientId;
import care.trellis.engine.instruments.About.ProgramKind;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One stay, as the cadence sees it.
 *
 * @param name given name and the family name's initial
 * @param steps days on which the level of care changed after admission
 */
public record Stay(
        UUID episode,
        ClientId client,
        String name,
        UUID site,
        ZoneId zone,
        UUID program,
        String programName,
        String programType,
        String level,
        LocalDate born,
        LocalDate admittedOn,
        @Nullable LocalDate dischargedOn,
        List<LocalDate> steps) {

    private static final int ADULT_YEARS = 18;

    /** Copies the lists. */
    public Stay {
        steps = List.copyOf(steps);
    }

    /** Which cadence is meant for this client by default. */
    public ProgramKind kind() {
        if (born.plusYears(ADULT_YEARS).isAfter(admittedOn)) {
            return ProgramKind.TEEN;
        }
        return programType.contains("SUD") || programType.contains("ASAM")
                ? ProgramKind.ADULT_SUBSTANCE_USE
                : ProgramKind.ADULT_MENTAL_HEALTH;
    }

    /** Whether the client is still in the program. */
    public boolean isOpen() {
        return dischargedOn == null;
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "Stay[" + client.value() + " " + admittedOn + "]";
    }
}
