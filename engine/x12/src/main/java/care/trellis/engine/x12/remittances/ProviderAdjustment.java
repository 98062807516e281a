package care.trellis.engine.x12.remittances;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money taken from or added to the whole payment (one pair of a PLB).
 *
 * @param provider NPI or id that it belongs to
 * @param fiscalPeriodEnd last day of the provider's fiscal year, null when unreadable
 * @param reason such as {@code WO} overpayment recovery, {@code FB} forwarding balance, {@code L6}
 *     interest
 * @param reference the payer's reference, often the claim that was overpaid
 * @param cents positive lowers the payment, negative raises it
 */
public record ProviderAdjustment(
        String provider,
        @Nullable LocalDate fiscalPeriodEnd,
        String reason,
        @Nullable String reference,
        long cents) {}
