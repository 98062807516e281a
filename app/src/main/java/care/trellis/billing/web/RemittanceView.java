package care.trellis.billing.web;

import care.trellis.web.Fact;
import care.trellis.web.Tone;
import java.util.List;

/**
 * One remittance as finished text.
 *
 * @param band what has just happened; empty when nothing has
 * @param balance charge, what was taken off, and what was paid: each amount is the sum of those
 *     above it
 */
public record RemittanceView(
        String trace,
        String band,
        Tone tone,
        List<Fact> facts,
        List<Step> balance,
        List<Line> lines,
        List<Line> unmatched,
        String more) {

    /** One step from charge to payment. */
    public record Step(String words, String amount, boolean total) {}

    /**
     * One line.
     *
     * @param matchPath where a person gives it to a claim, or takes that back
     */
    public record Line(
            String claimNumber,
            String claimPath,
            String name,
            String date,
            String codes,
            String charge,
            String paid,
            String patient,
            boolean reversal,
            List<String> adjustments,
            String reason,
            String trace,
            String tracePath,
            String matchPath,
            boolean byHand) {}
}
