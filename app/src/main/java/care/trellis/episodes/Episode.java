package care.trellis.episodes;

import care.trellis.clients.ClientId;
import care.trellis.organizations.LevelOfCare;
import care.trellis.organizations.ProgramId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client's stay in one program, from admission to discharge. Steps up and down are placements
 * within it.
 *
 * @param placements oldest first, each ending the day before the next
 * @param discharge null while the client is in the program
 */
public record Episode(
        EpisodeId id,
        ClientId client,
        ProgramId program,
        LocalDate admittedOn,
        List<Placement> placements,
        @Nullable Discharge discharge) {

    /**
     * A level of care and the days it holds.
     *
     * @param to its last day; null while it lasts
     */
    public record Placement(LevelOfCare level, LocalDate from, @Nullable LocalDate to) {}

    /** The last day, and why. */
    public record Discharge(LocalDate on, DischargeReason reason) {}

    /** Copies the placements. */
    public Episode {
        placements = List.copyOf(placements);
    }

    /** Whether the client is in the program. */
    public boolean isOpen() {
        return discharge == null;
    }

    /** The placement that holds on that day; the first one before it, the last one after it. */
    public Optional<Placement> placement(LocalDate day) {
        return placements.stream()
                .filter(one -> !one.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .or(() -> placements.stream().findFirst());
    }
}
