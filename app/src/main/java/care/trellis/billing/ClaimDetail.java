package care.trellis.billing;

import care.trellis.base.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim with everything that is known of it.
 *
 * @param authorization the number it was sent with
 * @param postings to the claim as a whole, of which the payer named no line
 * @param reports what receivers said before the payer's answer, the newest first
 * @param asSent the segments of this claim in the stored file
 * @param chain every payer that was asked about these days, in their order
 */
public record ClaimDetail(
        ClaimRow row,
        FileId file,
        String fileName,
        @Nullable String authorization,
        List<Line> lines,
        List<Posted> postings,
        List<Report> reports,
        List<String> asSent,
        List<Turn> chain) {

    /**
     * One payer's turn at these days.
     *
     * @param claim that it was asked with
     * @param place 1 for the first payer
     * @param byPayer whether the payer before forwarded the claim by itself
     * @param asked the charge, or what the payer before left
     * @param left to the client, or to the next payer
     * @param decidedOn null before it has answered
     * @param forwarded whether it says that it has sent the claim on to the next payer
     * @param next who would be asked after it; null when nobody is on record, or it has been asked
     */
    public record Turn(
            ClaimId claim,
            String number,
            int place,
            String payer,
            boolean byPayer,
            Money asked,
            Money paid,
            Money left,
            @Nullable LocalDate decidedOn,
            boolean forwarded,
            @Nullable String next) {}

    /** One line as it was billed, and what came back. */
    public record Line(
            int number,
            LocalDate date,
            @Nullable String procedureCode,
            @Nullable String revenueCode,
            List<String> modifiers,
            int units,
            Money charge,
            List<Posted> postings) {

        public Line {
            modifiers = List.copyOf(modifiers);
            postings = List.copyOf(postings);
        }

        /** Paid so far, less what was taken back. */
        public Money paid() {
            return postings.stream().map(Posted::paid).reduce(Money.ZERO, Money::plus);
        }
    }

    /** One posting. */
    public record Posted(
            RemittanceId remittance,
            String trace,
            @Nullable LocalDate paidOn,
            String claimStatus,
            @Nullable String payerClaimNumber,
            Money paid,
            Money patient,
            List<Adjusted> adjustments,
            List<String> remarks) {

        public Posted {
            adjustments = List.copyOf(adjustments);
            remarks = List.copyOf(remarks);
        }

        /** Whether an earlier payment is taken back. */
        public boolean reversal() {
            return claimStatus.equals("22");
        }
    }

    public ClaimDetail {
        lines = List.copyOf(lines);
        postings = List.copyOf(postings);
        reports = List.copyOf(reports);
        asSent = List.copyOf(asSent);
        chain = List.copyOf(chain);
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "ClaimDetail[" + row.number() + "]";
    }
}
