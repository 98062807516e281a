package care.trellis.cashier.web;

import care.trellis.web.Choice;
import care.trellis.web.Fact;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.util.List;

/**
 * One client's account, in finished text.
 *
 * @param path of the chart
 * @param balance what is owed, or the credit
 * @param ages what is open by age; empty where nothing is
 * @param nextPayer what another payer is asked for first, in a sentence; empty where there is none
 * @param easing what a fee by income means for days with a payer, in a sentence; empty for none
 * @param exempt that some of it may not be asked at all, in a sentence; empty for none
 * @param terms what was agreed, each leading to its page
 * @param doubts card payments that nobody but a person can find out about
 */
public record AccountView(
        String path,
        String name,
        String balance,
        String balanceLabel,
        Tone balanceTone,
        List<Fact> ages,
        String nextPayer,
        String easing,
        String exempt,
        List<Day> days,
        List<Move> moves,
        List<Paper> statements,
        List<Fact> terms,
        List<Doubt> doubts,
        boolean mayTake,
        boolean takesCards,
        boolean mayEdit,
        Form form,
        List<Choice> methods) {

    /** Copies the lists. */
    public AccountView {
        ages = List.copyOf(ages);
        days = List.copyOf(days);
        moves = List.copyOf(moves);
        statements = List.copyOf(statements);
        terms = List.copyOf(terms);
        doubts = List.copyOf(doubts);
        methods = List.copyOf(methods);
    }

    /**
     * One day of service; empty text where there is nothing to say.
     *
     * @param contract what the payer took off by contract, which nobody owes
     * @param standing why nothing is open
     */
    public record Day(
            String date,
            String charge,
            String payerPaid,
            String contract,
            String discount,
            String share,
            String open,
            String standing) {}

    /**
     * A payment or the like.
     *
     * @param receipt of a payment; empty for others
     * @param reversal where it can be said that it did not hold; empty where it cannot
     */
    public record Move(
            String when,
            String what,
            String detail,
            String amount,
            String receipt,
            String reversal) {}

    /**
     * A card payment that somebody has to look up at the provider.
     *
     * @param reference what the provider calls it
     * @param answer where it is said what was found
     */
    public record Doubt(String amount, String when, String why, String reference, String answer) {}

    /** A statement that was given. */
    public record Paper(String when, String balance, String path) {}
}
