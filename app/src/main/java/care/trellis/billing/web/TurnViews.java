package care.trellis.billing.web;

import care.trellis.billing.ClaimDetail;
import care.trellis.web.Tone;
import java.util.ArrayList;
import java.util.List;

/** Turns the payers of a claim into the finished text of their rows. */
final class TurnViews {

    private TurnViews() {}

    /** Every payer in its order, with whoever comes next; empty when there is only one. */
    static List<ClaimView.Turn> of(ClaimDetail claim) {
        var turns = claim.chain();
        var rows = new ArrayList<ClaimView.Turn>();
        for (var turn : turns) {
            boolean shown = turn.claim().equals(claim.row().id());
            rows.add(
                    new ClaimView.Turn(
                            Integer.toString(turn.place()),
                            turn.payer(),
                            turn.number(),
                            shown ? "" : "/claims/" + turn.claim().value(),
                            state(turn),
                            turn.decidedOn() == null ? Tone.NEUTRAL : Tone.GOOD,
                            turn.asked().text(),
                            turn.decidedOn() == null ? "" : turn.paid().text(),
                            turn.decidedOn() == null ? "" : turn.left().text()));
        }
        var last = turns.getLast();
        if (last.next() != null) {
            rows.add(coming(last, last.next()));
        }
        return rows.size() < 2 ? List.of() : rows;
    }

    private static String state(ClaimDetail.Turn turn) {
        var decided = turn.decidedOn();
        if (decided == null) {
            return turn.byPayer() ? "Forwarded by the payer before" : "Sent, no answer yet";
        }
        return (turn.forwarded() ? "Decided and forwarded " : "Decided ") + Words.date(decided);
    }

    private static ClaimView.Turn coming(ClaimDetail.Turn last, String next) {
        var decided = last.decidedOn() != null;
        boolean asks = decided && last.left().cents() > 0;
        var state =
                last.forwarded()
                        ? "Forwarded by the payer before: link the coverage to a contract"
                        : !decided
                                ? "Waits for the payer before"
                                : asks ? "Can go now" : "Nothing is left to ask for";
        return new ClaimView.Turn(
                Integer.toString(last.place() + 1),
                next,
                asks && !last.forwarded() ? "Send it" : "",
                asks && !last.forwarded() ? "/claims/next" : "",
                state,
                asks ? Tone.WATCH : Tone.NEUTRAL,
                asks ? last.left().text() : "",
                "",
                "");
    }
}
