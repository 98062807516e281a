package care.trellis.billing;

import care.trellis.engine.x12.remittances.Adjustment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a payer decided of a claim, taken together from everything that it posted: a payment that
 * was taken back and made again counts once.
 *
 * @param payerNumber the payer's own number of the claim
 * @param on day of its last answer
 * @param lines by their number on the claim; empty where it answered the claim as a whole
 * @param paidCents for the claim and all its lines
 * @param adjustments of the claim as a whole
 */
record Decision(
        @Nullable String payerNumber,
        LocalDate on,
        Map<Integer, OfLine> lines,
        long paidCents,
        List<Adjustment> adjustments) {

    /** What it decided of one line. */
    record OfLine(long paidCents, List<Adjustment> adjustments) {

        OfLine {
            adjustments = List.copyOf(adjustments);
        }

        /** What it left to the client. */
        long remainingCents() {
            return left(adjustments);
        }
    }

    Decision {
        lines = Map.copyOf(lines);
        adjustments = List.copyOf(adjustments);
    }

    /** What it left to the client of the whole claim. */
    long remainingCents() {
        return left(adjustments) + lines.values().stream().mapToLong(OfLine::remainingCents).sum();
    }

    private static long left(List<Adjustment> adjustments) {
        return adjustments.stream()
                .filter(adjustment -> adjustment.group().equals("PR"))
                .mapToLong(Adjustment::cents)
                .sum();
    }
}
