package care.trellis.billing;

import care.trellis.base.Money;
import care.trellis.clients.ClientId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A remittance with its lines, and the sums that show how charge became payment.
 *
 * @param charge of all lines
 * @param adjusted what was taken off them, by who bears it, in the order CO, PR, OA, PI
 * @param lines in the order sent; at most {@value #MOST_LINES}
 */
public record RemittanceDetail(
        RemittanceRow row,
        String fileName,
        Money charge,
        List<Sum> adjusted,
        List<OfPayment> ofPayment,
        List<Line> lines) {

    /** The most lines that are shown at once. */
    public static final int MOST_LINES = 1_000;

    /** What one group of adjustments adds up to. */
    public record Sum(String group, Money amount) {}

    /**
     * What was taken from or added to the payment as a whole.
     *
     * @param amount positive lowers the payment
     */
    public record OfPayment(String reason, @Nullable String reference, Money amount) {}

    /**
     * One line as posted.
     *
     * @param byHand a person gave it to its claim
     * @param claimNumber as it came
     * @param claim ours; null when not matched
     * @param client whose claim it is; null when not matched
     * @param reason why it waits for a person; null when matched
     */
    public record Line(
            PostingId id,
            boolean byHand,
            RemittanceId remittance,
            String trace,
            String payer,
            String claimNumber,
            String claimStatus,
            @Nullable ClaimId claim,
            @Nullable ClientId client,
            @Nullable String name,
            @Nullable LocalDate date,
            @Nullable String procedureCode,
            @Nullable String revenueCode,
            Money charge,
            Money paid,
            Money patient,
            List<Adjusted> adjustments,
            List<String> remarks,
            @Nullable Unmatched reason) {

        public Line {
            adjustments = List.copyOf(adjustments);
            remarks = List.copyOf(remarks);
        }

        /** Whether an earlier payment is taken back. */
        public boolean reversal() {
            return claimStatus.equals("22");
        }

        /** Names nobody. */
        @Override
        public String toString() {
            return "Line[" + claimNumber + "]";
        }
    }

    public RemittanceDetail {
        adjusted = List.copyOf(adjusted);
        ofPayment = List.copyOf(ofPayment);
        lines = List.copyOf(lines);
    }
}
