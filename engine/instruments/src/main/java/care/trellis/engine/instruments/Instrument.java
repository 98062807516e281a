package care.trellis.engine.instruments;

import care.trellis.engine.content.RefusedFile;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One version of one instrument: its items, and the rules that its answers are scored by.
 * Immutable; safe for all threads.
 */
public final class Instrument {

    private final About about;
    private final List<Item> items;
    private final Map<String, Integer> places = new HashMap<>();
    private final Rules rules;
    private final ChangeRules change;

    Instrument(About about, List<Item> items, Rules rules, ChangeRules change) {
        this.about = about;
        this.items = List.copyOf(items);
        this.rules = rules;
        this.change = change;
        for (int index = 0; index < items.size(); index++) {
            places.put(items.get(index).number(), index);
        }
    }

    /**
     * Reads an instrument file.
     *
     * @param file how messages name it
     * @throws RefusedFile when something in it is wrong
     */
    public static Instrument read(String file, Reader text) {
        return InstrumentReader.read(file, text);
    }

    /**
     * This instrument with the wording that a site has loaded; that the site may use it is for the
     * caller to have recorded.
     *
     * @throws RefusedFile when the wording belongs to another instrument or version, or is not
     *     whole
     */
    public Instrument with(InstrumentPack pack) {
        return new Instrument(pack.about(about), pack.items(this), rules, change);
    }

    /** The id that answers and scores are stored under, such as {@code PHQ-9}. */
    public String id() {
        return about.id();
    }

    /** Everything that is not a rule: title, licence, notice, sources, when it is given. */
    public About about() {
        return about;
    }

    /** The items in the order of the form; those that the context answers are among them. */
    public List<Item> items() {
        return items;
    }

    /** The item of this number. */
    public @Nullable Item item(String number) {
        var place = places.get(number);
        return place == null ? null : items.get(place);
    }

    /** The keys of what it reports beside the total, in order. */
    public List<String> subscales() {
        return rules.scores().stream().filter(Score::isSubscale).map(Score::name).toList();
    }

    /** How two totals compare, by the published cuts. */
    public ChangeRules change() {
        return change;
    }

    /** How two scores of one subscale compare: no cut is published, only its direction is known. */
    public ChangeRules change(String subscale) {
        boolean higher =
                rules.scores().stream()
                        .anyMatch(score -> score.name().equals(subscale) && score.higherIsBetter());
        return ChangeRules.of(higher);
    }

    /**
     * A range of the total with its word; it reaches up to where the next begins.
     *
     * @param from the lowest total of it
     */
    public record Band(String word, double from) {}

    /** The published words for ranges of the total, from the lowest up; none for many. */
    public List<Band> bands() {
        return rules.severities().stream()
                .filter(rule -> rule.bands() != null && rules.scores().get(rule.score()).isTotal())
                .map(SeverityRule::bands)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .map(bands ->
                        bands.bands().stream()
                                .map(band -> new Band(band.word(), band.from()))
                                .toList())
                .orElse(List.of());
    }

    /** Every flag that it can raise. */
    public Set<String> flags() {
        var names = new TreeSet<String>();
        rules.flags().forEach(flag -> names.add(flag.name()));
        return names;
    }

    /** How fast someone must act on a flag; null where nobody must. */
    public @Nullable AlertClass alertOf(String flag) {
        for (var known : rules.flags()) {
            if (known.name().equals(flag)) {
                return known.alert();
            }
        }
        return null;
    }

    /** How fast someone must act on a result: the most urgent of its flags and its severity. */
    public @Nullable AlertClass alertOf(Result result) {
        var severity = result.severity();
        var most = severity == null ? null : rules.severityAlerts().get(severity);
        for (var flag : result.flags()) {
            var alert = alertOf(flag);
            if (alert != null && (most == null || alert.compareTo(most) < 0)) {
                most = alert;
            }
        }
        return most;
    }

    Rules rules() {
        return rules;
    }

    /** Whether words of this kind are reported for a subscale, also where it has no score. */
    boolean words(String subscale, Score.Wording wording) {
        return rules.scores().stream()
                .anyMatch(score ->
                        score.name().equals(subscale)
                                && score.bands() != null
                                && score.wording() == wording);
    }

    /** Whether a total, as it is stored, is one that the items can give. */
    boolean canTotal(BigDecimal total) {
        var range = about.totals();
        return range == null
                || (total.compareTo(range.from()) >= 0 && total.compareTo(range.to()) <= 0);
    }

    /** The answers in the order of the items; null when one is not allowed or has no item. */
    @Nullable Integer @Nullable [] codes(Answers answers) {
        var codes = new @Nullable Integer[items.size()];
        for (var answer : answers.codes().entrySet()) {
            var code = answer.getValue();
            if (code == null) {
                continue;
            }
            var place = places.get(answer.getKey());
            if (place == null || !items.get(place).answers().allows(code)) {
                return null;
            }
            codes[place] = code;
        }
        return codes;
    }

    @Override
    public String toString() {
        return about.id() + " " + about.version();
    }
}
