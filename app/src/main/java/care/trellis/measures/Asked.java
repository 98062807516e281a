package care.trellis.measures;

import care.trellis.engine.instruments.AlertClass;
import care.trellis.engine.instruments.Answers;
import care.trellis.engine.instruments.Instrument;
import care.trellis.engine.instruments.Item;
import care.trellis.engine.instruments.Scoring;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One measure while it is being answered: what was asked, what stands, what comes next.
 *
 * @param standing by item; null where the client left it out on purpose
 */
public record Asked(
        Administration measure,
        Instrument instrument,
        Map<String, @Nullable Integer> standing,
        Map<String, String> words) {

    /**
     * The questions that an answer is wanted for, in order; those skipped by others are left out.
     */
    public List<Item> questions() {
        var open = new HashSet<>(Scoring.stillToAsk(instrument, answers()));
        return instrument.items().stream()
                .filter(item ->
                        open.contains(item)
                                || standing.get(item.number()) != null
                                || (item.fromContext() && !item.text().isEmpty()))
                .toList();
    }

    /** The first question that was not reached yet. */
    public Optional<Item> next() {
        return questions().stream()
                .filter(item -> !standing.containsKey(item.number()))
                .findFirst();
    }

    /** The question after this one; nothing after the last. */
    public Optional<Item> after(Item item) {
        var questions = questions();
        int place = questions.indexOf(item);
        return place + 1 < questions.size()
                ? Optional.of(questions.get(place + 1))
                : Optional.empty();
    }

    /** The question before this one; nothing before the first. */
    public Optional<Item> before(Item item) {
        var questions = questions();
        int place = questions.indexOf(item);
        return place > 0 ? Optional.of(questions.get(place - 1)) : Optional.empty();
    }

    /** The questions that have to be answered for a score and were not. */
    public List<Item> blank() {
        return questions().stream()
                .filter(item -> item.required() && standing.get(item.number()) == null)
                .toList();
    }

    /** The most urgent class that the answers so far raise; null where there is none. */
    public @Nullable AlertClass safety() {
        return Scoring.flagsSoFar(instrument, answers()).stream()
                .map(instrument::alertOf)
                .filter(alert -> alert != null && Safety.is(alert))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    Answers answers() {
        return new Answers(standing, words);
    }
}
