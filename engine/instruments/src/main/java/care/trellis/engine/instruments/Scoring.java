package care.trellis.engine.instruments;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Scores answers. Pure: the same answers give the same result. */
public final class Scoring {

    /** Stored with every score; it changes when the same file and answers would score otherwise. */
    public static final String ENGINE = "1";

    private Scoring() {}

    /**
     * Scores a finished form.
     *
     * @return a result with {@link Result#INVALID_ANSWER} when an answer is not among the codes of
     *     its item, or there is no such item
     */
    public static Result score(Instrument instrument, Answers answers) {
        var codes = instrument.codes(answers);
        return codes == null
                ? Result.invalidAnswer()
                : result(instrument, new Form(instrument, codes, answers.words(), true));
    }

    /**
     * The flags that are certain while the form is still being filled in: what was answered
     * decides, and what was not answered yet is left open. Ask after every answer, before the form
     * is submitted.
     *
     * @throws IllegalArgumentException when an answer is out of range
     */
    public static Set<String> flagsSoFar(Instrument instrument, Answers answers) {
        return unfinished(instrument, answers).flags();
    }

    /**
     * The items that are still to be asked, in the order of the form: not answered, not skipped by
     * what was answered, and not known from the context. Items that need no answer are among them.
     *
     * @throws IllegalArgumentException when an answer is out of range
     */
    public static List<Item> stillToAsk(Instrument instrument, Answers answers) {
        var form = unfinished(instrument, answers);
        var items = instrument.items();
        return IntStream.range(0, items.size())
                .filter(item -> form.code(item) == null && !form.skips(item))
                .mapToObj(items::get)
                .filter(item -> !item.fromContext())
                .toList();
    }

    /**
     * What staff may want to look at beside the score; no alert.
     *
     * @throws IllegalArgumentException when an answer is out of range
     */
    public static List<String> prompts(Instrument instrument, Answers answers) {
        var form = unfinished(instrument, answers);
        return instrument.rules().prompts().stream()
                .filter(prompt -> prompt.when().on(form) == Truth.YES)
                .map(Prompt::says)
                .toList();
    }

    private static Form unfinished(Instrument instrument, Answers answers) {
        var codes = instrument.codes(answers);
        if (codes == null) {
            throw new IllegalArgumentException("an answer to " + instrument + " is out of range");
        }
        return new Form(instrument, codes, answers.words(), false);
    }

    private static Result result(Instrument instrument, Form form) {
        var scores = instrument.rules().scores();
        boolean reported = scores.isEmpty() ? form.missing().isEmpty() : true;
        BigDecimal total = null;
        var subscales = new LinkedHashMap<String, Subscale>();
        for (int index = 0; index < scores.size(); index++) {
            var score = scores.get(index);
            var value = form.reported(index);
            reported &= value != null || !score.shown();
            if (score.isTotal()) {
                total = value;
            } else if (score.isSubscale()) {
                subscales.put(score.name(), new Subscale(value, score.word(form.exact(index))));
            }
        }
        boolean judged = instrument.rules().severities().isEmpty() || form.severity() != null;
        return new Result(
                reported && judged,
                total,
                form.severity(),
                Collections.unmodifiableMap(subscales),
                form.flags(),
                List.copyOf(form.missing()),
                form.prorated(),
                null);
    }
}
