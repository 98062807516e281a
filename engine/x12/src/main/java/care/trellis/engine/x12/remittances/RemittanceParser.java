package care.trellis.engine.x12.remittances;

import care.trellis.engine.x12.Party;
import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.Segment;
import care.trellis.engine.x12.TransactionParser;
import care.trellis.engine.x12.Values;
import org.jspecify.annotations.Nullable;

/** Turns the segments of one 835 transaction into payment, claims and adjustments. */
public final class RemittanceParser implements TransactionParser {

    private static final Party NOBODY = new Party("", null, null);

    private final Segment start;
    private final RemittanceListener listener;
    private final Problems problems;
    private @Nullable Segment financial;
    private String trace = "";
    private Party payer = NOBODY;
    private Party payee = NOBODY;
    private boolean announced;
    private @Nullable PaidClaimBuilder claim;
    private long explainedCents;
    private boolean claimsBalanced = true;

    /**
     * Begins a transaction.
     *
     * @param start its ST
     * @param listener told of what is found
     * @param problems told of what is wrong
     */
    public RemittanceParser(Segment start, RemittanceListener listener, Problems problems) {
        this.start = start;
        this.listener = listener;
        this.problems = problems;
    }

    @Override
    public void segment(Segment segment) {
        switch (segment.tag()) {
            case "BPR" -> financial = segment;
            case "TRN" -> trace = announced ? trace : segment.text(2);
            case "N1" -> party(segment);
            case "LX", "TS3" -> endClaim();
            case "CLP" -> {
                announce();
                endClaim();
                claim = new PaidClaimBuilder(segment, problems);
            }
            case "PLB" -> {
                announce();
                endClaim();
                adjustments(segment);
            }
            default -> {
                if (claim != null) {
                    claim.segment(segment);
                }
            }
        }
    }

    @Override
    public void end() {
        announce();
        endClaim();
        long paid = financial == null ? 0 : Values.cents(financial, 2, new Problems());
        boolean balanced = claimsBalanced && paid == explainedCents;
        if (paid != explainedCents) {
            var place = financial == null ? start : financial;
            problems.warning(
                    "PAYMENT_UNBALANCED",
                    place.position(),
                    place.line(),
                    "BPR02 is not the sum of the claims' payments less the provider adjustments.");
        }
        listener.end(balanced);
    }

    private void party(Segment segment) {
        var party = new Party(segment.text(2), orNull(segment.text(3)), orNull(segment.text(4)));
        switch (segment.text(1)) {
            case "PR" -> payer = party;
            case "PE" -> payee = party;
            default -> {}
        }
    }

    private void announce() {
        if (announced) {
            return;
        }
        announced = true;
        var bpr = financial;
        if (bpr == null) {
            problems.error(
                    "MISSING_BPR",
                    start.position(),
                    start.line(),
                    "The remittance does not say what was paid (BPR).");
            listener.payment(new Payment(payer, payee, trace, "", null, 0));
            return;
        }
        listener.payment(
                new Payment(
                        payer,
                        payee,
                        trace,
                        bpr.text(4),
                        Values.date(bpr.text(16)),
                        Values.cents(bpr, 2, problems)));
    }

    private void endClaim() {
        var open = claim;
        if (open == null) {
            return;
        }
        claim = null;
        var paid = open.build();
        explainedCents += paid.paidCents();
        if (!paid.balanced()) {
            claimsBalanced = false;
            problems.warning(
                    "CLAIM_UNBALANCED",
                    open.start().position(),
                    open.start().line(),
                    "The claim's charge less its adjustments is not its payment.");
        }
        listener.claim(paid);
    }

    private void adjustments(Segment segment) {
        for (int at = 3; at + 1 <= segment.size(); at += 2) {
            var reason = segment.component(at, 1);
            if (reason.isEmpty()) {
                continue;
            }
            long cents = Values.cents(segment, at + 1, problems);
            explainedCents -= cents;
            listener.adjustment(
                    new ProviderAdjustment(
                            segment.text(1),
                            Values.date(segment.text(2)),
                            reason,
                            orNull(segment.component(at, 2)),
                            cents));
        }
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
