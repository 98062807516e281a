package care.trellis.billing;

import care.trellis.base.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One payment and how it was posted.
 *
 * @param trace the check or transfer number
 * @param method CHK, ACH, NON or FWT, as the payer said it
 * @param claims how many claims it answers
 * @param unmatched lines that wait for a person
 * @param unmatchedPaid the money on them
 */
public record RemittanceRow(
        RemittanceId id,
        String payer,
        String trace,
        String method,
        @Nullable LocalDate paidOn,
        Money paid,
        int claims,
        int lines,
        int unmatched,
        Money unmatchedPaid,
        Instant postedAt) {}
