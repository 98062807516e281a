package care.trellis.engine.instruments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One respondent's answers laid beside the rules of the instrument, while they are scored. */
final class Form {

    private final Instrument instrument;
    private final @Nullable Integer[] codes;
    private final Map<String, String> words;
    private final boolean finished;
    private final boolean[] skipped;
    private final boolean[] blank;
    private final List<String> missing = new ArrayList<>();
    private final @Nullable Double[] exact;
    private final @Nullable BigDecimal[] rounded;
    private int blanks;
    private boolean prorated;
    private @Nullable String severity;

    /**
     * @param codes in the order of the instrument's items, each allowed by its item
     * @param finished whether what is not answered stays so
     */
    Form(
            Instrument instrument,
            @Nullable Integer[] codes,
            Map<String, String> words,
            boolean finished) {
        this.instrument = instrument;
        this.codes = codes;
        this.words = words;
        this.finished = finished;
        skipped = new boolean[codes.length];
        blank = new boolean[codes.length];
        exact = new Double[instrument.rules().scores().size()];
        rounded = new BigDecimal[exact.length];
        skip();
        lookForBlanks();
        for (int score = 0; score < exact.length; score++) {
            compute(score, instrument.rules().scores().get(score));
        }
        severity = findSeverity();
    }

    private void skip() {
        for (var rule : instrument.rules().skips()) {
            if (rule.skips(this)) {
                rule.items().forEach(item -> skipped[item] = true);
            }
        }
    }

    private void lookForBlanks() {
        var items = instrument.items();
        for (int index = 0; index < codes.length; index++) {
            var item = items.get(index);
            if (codes[index] == null && !skipped[index] && item.required()) {
                blank[index] = true;
                blanks++;
                if (!missing.contains(item.reportedAs())) {
                    missing.add(item.reportedAs());
                }
            }
        }
    }

    private void compute(int place, Score score) {
        var value = score.formula().of(this);
        if (value != null) {
            double scaled = value * score.times() + score.plus();
            exact[place] = scaled;
            rounded[place] = score.rounded(scaled);
        }
    }

    private @Nullable String findSeverity() {
        for (int score = 0; score < exact.length; score++) {
            if (instrument.rules().scores().get(score).isTotal() && exact[score] == null) {
                return null;
            }
        }
        for (var rule : instrument.rules().severities()) {
            if (rule.applies(this)) {
                return rule.severity(this);
            }
        }
        return null;
    }

    boolean finished() {
        return finished;
    }

    List<String> missing() {
        return missing;
    }

    boolean prorated() {
        return prorated;
    }

    @Nullable String severity() {
        return severity;
    }

    /** Whether an item needs no answer. */
    boolean skips(int item) {
        return skipped[item];
    }

    /** The raw code; null when there is none, also for an item that was skipped. */
    @Nullable Integer code(int item) {
        return codes[item];
    }

    @Nullable String word(String name) {
        var word = words.get(name);
        return word == null ? null : word.toLowerCase(Locale.ROOT);
    }

    /** How many of these had to be answered and were not. */
    int blanksAmong(List<Integer> items) {
        int count = 0;
        for (int item : items) {
            count += blank[item] ? 1 : 0;
        }
        return count;
    }

    /** Whether a score may be computed with so many blanks among its own items. */
    boolean allows(Blanks rule, int own) {
        int counted = rule.overForm() ? blanks : own;
        boolean certain = finished || own == 0 || rule.by() == Blanks.Stand.ZERO;
        return certain && counted <= rule.upTo();
    }

    /** Notes that a score stands for blanks by the mean of what was answered. */
    void prorate() {
        prorated = true;
    }

    /** The points of the answered among these, added up. */
    int points(List<Integer> items) {
        int sum = 0;
        for (int item : items) {
            var code = codes[item];
            if (code != null && !skipped[item]) {
                sum += instrument.items().get(item).points(code);
            }
        }
        return sum;
    }

    /** A score before it is rounded; null where it may not be computed. */
    @Nullable Double exact(int score) {
        return exact[score];
    }

    /** A score as it is reported; null where it may not be. */
    @Nullable BigDecimal reported(int score) {
        return rounded[score];
    }

    /** The names of the flags that are certain, in alphabetical order. */
    Set<String> flags() {
        var names = new TreeSet<String>();
        for (var flag : instrument.rules().flags()) {
            if (flag.when().on(this) == Truth.YES) {
                names.add(flag.name());
            }
        }
        return names;
    }
}
