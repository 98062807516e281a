package care.trellis.billing;

import care.trellis.billing.ClaimFacts.Cover;
import care.trellis.billing.ClaimFacts.Patient;
import care.trellis.billing.ClaimFacts.Stay;
import care.trellis.clients.ClientId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A patient as the claims of one contract know them: what does not change from day to day, and what
 * holds for a while.
 *
 * @param consent the day on which the consent to payment now in force was signed; null for none
 * @param zone of the site
 * @param coverages by this contract, the one that counts first
 * @param stays the latest first
 */
record Insured(
        Patient patient,
        @Nullable LocalDate consent,
        ZoneId zone,
        List<Covered> coverages,
        List<Stayed> stays) {

    /** A coverage and the days it holds for. */
    record Covered(LocalDate from, @Nullable LocalDate through, Cover cover) {}

    /**
     * An episode of care.
     *
     * @param placements the latest first
     * @param levelOfCare of the program; it stands in before the first placement
     */
    record Stayed(
            UUID episode,
            LocalDate admittedOn,
            @Nullable LocalDate dischargedOn,
            List<Placed> placements,
            String levelOfCare,
            boolean part2,
            boolean billedBefore) {

        private Stay on(LocalDate date) {
            return new Stay(
                    episode,
                    admittedOn,
                    dischargedOn,
                    placements.stream()
                            .filter(placed -> !placed.from().isAfter(date))
                            .findFirst()
                            .map(Placed::levelOfCare)
                            .orElse(levelOfCare),
                    part2,
                    billedBefore);
        }
    }

    /** From when on a level of care held. */
    record Placed(LocalDate from, String levelOfCare) {}

    ClientId id() {
        return patient.id();
    }

    /** The coverage that answers for a day; null where none does. */
    @Nullable Cover coverOn(LocalDate date) {
        return coverages.stream()
                .filter(covered -> holds(covered.from(), covered.through(), date))
                .findFirst()
                .map(Covered::cover)
                .orElse(null);
    }

    /** The stay that a day belongs to; null where it belongs to none. */
    @Nullable Stay stayOn(LocalDate date) {
        return stays.stream()
                .filter(stayed -> holds(stayed.admittedOn(), stayed.dischargedOn(), date))
                .findFirst()
                .map(stayed -> stayed.on(date))
                .orElse(null);
    }

    private static boolean holds(LocalDate from, @Nullable LocalDate through, LocalDate date) {
        return !from.isAfter(date) && (through == null || !through.isBefore(date));
    }
}
