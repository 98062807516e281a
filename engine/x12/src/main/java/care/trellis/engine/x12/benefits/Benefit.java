package care.trellis.engine.x12.benefits;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement about coverage (EB and what follows it).
 *
 * @param code EB01: {@code 1} active, {@code 6} inactive, {@code A} coinsurance, {@code B} copay,
 *     {@code C} deductible, {@code F} limit, {@code G} out-of-pocket maximum, {@code I} not
 *     covered, {@code R} another payer, {@code U} ask somebody else, {@code W} other source
 * @param level EB02: {@code IND} the person, {@code FAM} the family; empty when not said
 * @param serviceTypes EB03
 * @param plan EB05, the plan in the payer's words; empty when not said
 * @param period EB06: {@code 23} calendar year, {@code 27} visit, {@code 29} what remains, {@code
 *     7} day; empty when not said
 * @param cents EB07, null when no amount
 * @param percent EB08 as a fraction such as 0.2, null when not said
 * @param unit EB09: {@code DY} days, {@code VS} visits, {@code HS} hours; empty when no count
 * @param quantity EB10, null when no count
 * @param authorization EB11: true needed, false not needed, null unknown or not said
 * @param inNetwork EB12: true in, false out, null both or not said
 * @param date a day that belongs to it (DTP), null when not said
 * @param messages MSG, in the payer's words
 * @param related names of loop 2120
 */
public record Benefit(
        String code,
        String level,
        List<String> serviceTypes,
        String plan,
        String period,
        @Nullable Long cents,
        @Nullable BigDecimal percent,
        String unit,
        @Nullable BigDecimal quantity,
        @Nullable Boolean authorization,
        @Nullable Boolean inNetwork,
        @Nullable LocalDate date,
        List<String> messages,
        List<String> related) {

    /** Keeps its own copies of the lists. */
    public Benefit {
        serviceTypes = List.copyOf(serviceTypes);
        messages = List.copyOf(messages);
        related = List.copyOf(related);
    }
}
