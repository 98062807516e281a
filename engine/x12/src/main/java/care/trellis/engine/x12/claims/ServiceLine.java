package care.trellis.engine.x12.claims;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a claim: one service on one day (loop 2400).
 *
 * @param date day of service
 * @param revenueCode three or four digits, such as {@code 0905}; needed on an institutional claim
 *     only
 * @param procedure needed on a professional claim; an institutional line may bill a revenue code
 *     alone
 * @param units at least 1
 * @param unit {@code UN} units, {@code MJ} minutes, {@code DA} days
 * @param chargeCents 0 or more
 * @param controlNumber our own number of the line, which comes back on the remittance (REF 6R); at
 *     most 30 characters
 * @param adjudications what payers before decided of it, in their order
 */
public record ServiceLine(
        LocalDate date,
        @Nullable String revenueCode,
        @Nullable Procedure procedure,
        int units,
        String unit,
        long chargeCents,
        @Nullable String controlNumber,
        List<Adjudication> adjudications) {

    /** A line that no other payer has seen. */
    public ServiceLine(
            LocalDate date,
            @Nullable String revenueCode,
            @Nullable Procedure procedure,
            int units,
            String unit,
            long chargeCents,
            @Nullable String controlNumber) {
        this(date, revenueCode, procedure, units, unit, chargeCents, controlNumber, List.of());
    }

    /** Keeps its own copy of the list. */
    public ServiceLine {
        adjudications = List.copyOf(adjudications);
    }
}
