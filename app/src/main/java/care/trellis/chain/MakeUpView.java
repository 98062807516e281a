package care.trellis.chain;

import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.util.List;

/**
 * A week that falls short, and what can make up for it.
 *
 * @param lack how much the week will lack, in words; empty: nothing
 * @param need how many hours a week is to have and by whose word, as a phrase; empty: not known
 * @param against ways of meeting that were left out, each with the rule, as sentences
 * @param said what came of the last press; empty: nothing to say
 * @param mayOffer whether this reader makes offers
 */
public record MakeUpView(
        String path,
        String ledgerPath,
        String name,
        String week,
        String lack,
        String need,
        String said,
        List<Option> options,
        List<String> against,
        List<Past> offers,
        Form form,
        boolean mayOffer) {

    /** Copies the lists. */
    public MakeUpView {
        options = List.copyOf(options);
        against = List.copyOf(against);
        offers = List.copyOf(offers);
    }

    /**
     * A session to offer.
     *
     * @param meets how it meets, with the rule that counts it
     * @param wished whether the client asked for that
     * @param left seats, and what limits them
     * @param reaches whether it alone gives what the week lacks
     */
    public record Option(
            String session,
            String day,
            String time,
            String title,
            String track,
            String minutes,
            String meets,
            boolean wished,
            String left,
            boolean last,
            boolean reaches,
            boolean ticked) {}

    /**
     * An offer that was made.
     *
     * @param open whether it waits for an answer
     */
    public record Past(
            String title,
            String detail,
            String chip,
            Tone tone,
            boolean open,
            String answerPath,
            List<Said> choices) {}

    /** One of the sessions of an offer. */
    public record Said(int number, String words, boolean taken) {}
}
