package care.trellis.ledger;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line that a day is billed as: codes and charge are the contract's, the units the payer's
 * rule.
 *
 * @param session the session it bills, where the payer wants a line for each
 */
public record BilledLine(
        int number,
        @Nullable UUID session,
        @Nullable String procedureCode,
        @Nullable String revenueCode,
        List<String> modifiers,
        int units,
        long chargeCents) {

    public BilledLine {
        modifiers = List.copyOf(modifiers);
    }
}
