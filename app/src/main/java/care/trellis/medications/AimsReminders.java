package care.trellis.medications;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When the AIMS is due: at the start of an antipsychotic, then as often as its generation asks (APA
 * practice guideline 2020). A rating in {@code measures} answers it.
 */
@Component
class AimsReminders {

    /** The id of the instrument. */
    static final String INSTRUMENT = "AIMS";

    /** Something taken since a day. */
    record Taken(String name, LocalDate since) {}

    private final Medicines medicines;

    AimsReminders(Medicines medicines) {
        this.medicines = medicines;
    }

    /**
     * The day by which the next one is due.
     *
     * @param rated the last rating; null where there is none
     * @return nothing where no antipsychotic is taken
     */
    Optional<LocalDate> due(Collection<Taken> taken, @Nullable LocalDate rated) {
        return taken.stream()
                .flatMap(one ->
                        medicines.meantBy(one.name()).stream()
                                .filter(medicine -> medicine.group().aimsDays() > 0)
                                .map(medicine ->
                                        rated == null || rated.isBefore(one.since())
                                                ? one.since()
                                                : rated.plusDays(medicine.group().aimsDays())))
                .min(Comparator.naturalOrder());
    }
}
