package care.trellis.receivables.web;

import care.trellis.receivables.Decision;

/**
 * One decision that waits, as text.
 *
 * @param mine whether the reader asked for it and so cannot answer it
 */
public record DecisionView(
        String path,
        String claimPath,
        String number,
        String name,
        String payer,
        String kind,
        String amount,
        String reason,
        boolean mine) {

    static DecisionView of(Decision decision) {
        return new DecisionView(
                "/denials/decisions/" + decision.id().value(),
                "/denials/" + decision.claim().value(),
                decision.number(),
                decision.name(),
                decision.payer(),
                decision.kind().label(),
                decision.amount().text(),
                decision.reason(),
                decision.mine());
    }
}
