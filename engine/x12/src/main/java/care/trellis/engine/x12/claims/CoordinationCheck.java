package care.trellis.engine.x12.claims;

import java.util.List;

/**
 * Whether what payers before decided adds up (005010X222A1 and X223A2, 1.4.1): each payer's payment
 * and adjustments make up the charge, of every line it decided and of the claim.
 */
final class CoordinationCheck {

    private static final List<String> ORDER = List.of("P", "S", "T");

    private final Findings findings;

    CoordinationCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Claim claim) {
        var order = claim.coordination().order();
        var others = claim.coordination().others();
        findings.require(
                ORDER.contains(order), "2000B", "SBR01", "The payer's turn must be P, S or T.");
        findings.require(
                others.isEmpty() == order.equals("P"),
                "2320",
                "SBR",
                "A claim to a later payer says what the payers before decided, and only such a claim.");
        for (int at = 0; at < others.size(); at++) {
            payer(claim, others.get(at), at);
        }
    }

    private void payer(Claim claim, OtherPayer other, int at) {
        findings.require(
                at < ORDER.size() && other.order().equals(ORDER.get(at)),
                "2320",
                "SBR01",
                "The payers before must stand in their order.");
        findings.id(other.payer().id(), 2, 80, "2330B", "NM109", "The earlier payer's id");
        findings.name(other.payer().name(), 60, "2330B", "NM103", "The earlier payer's name");
        findings.id(
                other.subscriber().memberId(), 2, 80, "2330A", "NM109", "The earlier member id");
        if (other.claimNumber() != null) {
            findings.id(
                    other.claimNumber(), 1, 50, "2330B", "REF F8", "The earlier payer's number");
        }
        long ofClaim = other.adjustments().stream().mapToLong(one -> one.cents()).sum();
        long ofLines = 0;
        long paid = 0;
        boolean byLine = false;
        for (int line = 0; line < claim.lines().size(); line++) {
            var billed = claim.lines().get(line);
            for (var decided : billed.adjudications()) {
                if (decided.payer().equals(other.payer().id())) {
                    byLine = true;
                    paid += decided.paidCents();
                    ofLines += decided.adjustedCents();
                    findings.require(
                            decided.paidCents() + decided.adjustedCents() == billed.chargeCents(),
                            "2430",
                            "SVD",
                            "Line %d: what the earlier payer paid and took off is not the charge."
                                    .formatted(line + 1));
                }
            }
        }
        findings.require(
                other.paidCents() + ofClaim + ofLines == claim.chargeCents(),
                "2320",
                "AMT D",
                "What the earlier payer paid and took off is not the claim's charge.");
        findings.require(
                !byLine || other.paidCents() == paid - ofClaim,
                "2320",
                "AMT D",
                "What the earlier payer paid is not the sum of its lines.");
        findings.require(
                byLine == (other.decidedOn() == null),
                "2330B",
                "DTP 573",
                "The earlier payer's day of decision stands on its lines, or else on the claim.");
    }
}
