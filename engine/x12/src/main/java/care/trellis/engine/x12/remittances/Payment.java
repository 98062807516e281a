package care.trellis.engine.x12.remittances;

import care.trellis.engine.x12.Party;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One check or transfer: what an 835 says before its first claim.
 *
 * @param payer who pays
 * @param payee who is paid
 * @param trace check or transfer number (TRN02); empty when missing
 * @param method BPR04: {@code CHK} check, {@code ACH} transfer, {@code NON} no payment, {@code FWT}
 *     wire
 * @param date when the money moves (BPR16), null when not said
 * @param paidCents amount of the payment in cents (BPR02)
 */
public record Payment(
        Party payer,
        Party payee,
        String trace,
        String method,
        @Nullable LocalDate date,
        long paidCents) {}
