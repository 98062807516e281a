package care.trellis.engine.instruments;

import care.trellis.engine.content.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads conditions: one subject, and what is asked of it. */
final class ConditionReader {

    private static final List<String> SUBJECTS =
            List.of(
                    "item",
                    "any_item",
                    "all_items",
                    "score",
                    "severity",
                    "context",
                    "incomplete",
                    "any");

    private static final List<String> TESTS =
            List.of("at_least", "at_most", "is", "one_of", "blank", "known");

    private static final List<String> KEYS = new ArrayList<>(SUBJECTS);

    static {
        KEYS.addAll(TESTS);
    }

    private final ItemIndex items;
    private final Set<String> context;
    private final List<String> scores = new ArrayList<>();
    private final Set<String> severities = new HashSet<>();

    /**
     * @param context the words that the instrument asks the context for
     */
    ConditionReader(ItemIndex items, Set<String> context) {
        this.items = items;
        this.context = context;
    }

    /** From here on conditions may ask for this score, which stands at the next place. */
    void knows(Score score) {
        scores.add(score.name());
    }

    /** From here on conditions may ask for this severity. */
    void knowsSeverity(String word) {
        severities.add(word);
    }

    boolean isSeverity(String word) {
        return severities.contains(word);
    }

    /** The place of a score that was read before. */
    int score(Section section, int line, String name) {
        int place = scores.indexOf(name);
        if (place < 0) {
            throw section.refusal(line, "there is no score \"" + name + "\" above");
        }
        return place;
    }

    /** A list of conditions, all of which must hold; null where the key is absent. */
    @Nullable Condition optional(Section section, String key) {
        return section.has(key) ? all(section, key) : null;
    }

    /** A list of conditions, all of which must hold. */
    Condition all(Section section, String key) {
        return new Condition.AllOf(list(section, key));
    }

    private List<Condition> list(Section section, String key) {
        var conditions = new ArrayList<Condition>();
        for (var one : section.sections(key)) {
            conditions.add(condition(one.only(KEYS)));
        }
        if (conditions.isEmpty()) {
            throw section.refusal(section.line(), "\"" + key + "\" names no condition");
        }
        return List.copyOf(conditions);
    }

    private Condition condition(Section section) {
        var subjects = SUBJECTS.stream().filter(section::has).toList();
        if (subjects.size() != 1) {
            throw section.refusal(
                    section.line(),
                    "a condition has exactly one of " + String.join(", ", SUBJECTS));
        }
        var subject = subjects.getFirst();
        return switch (subject) {
            case "item" -> answer(section);
            case "any_item" -> new Condition.AnyOf(answers(section, subject));
            case "all_items" -> new Condition.AllOf(answers(section, subject));
            case "score" ->
                    new Condition.OfScore(
                            score(section, section.line(), section.text("score")), test(section));
            case "severity" -> severity(section);
            case "context" -> context(section);
            case "incomplete" -> new Condition.Incomplete();
            default -> new Condition.AnyOf(list(section, "any"));
        };
    }

    private Condition answer(Section section) {
        int item = items.one(section, "item");
        return section.flag("blank", false)
                ? new Condition.Unanswered(item)
                : new Condition.Answer(item, test(section));
    }

    private List<Condition> answers(Section section, String key) {
        var test = test(section);
        return items.many(section, key).stream()
                .map(item -> (Condition) new Condition.Answer(item, test))
                .toList();
    }

    private Condition severity(Section section) {
        var words = Set.copyOf(section.texts("severity"));
        for (var word : words) {
            if (!severities.contains(word)) {
                throw section.refusal("severity", "there is no severity \"" + word + "\"");
            }
        }
        return new Condition.OfSeverity(words);
    }

    private Condition context(Section section) {
        var name = section.text("context");
        if (!context.contains(name)) {
            throw section.refusal("context", "\"" + name + "\" is not listed under \"context\"");
        }
        if (section.has("known")) {
            return new Condition.ContextKnown(name);
        }
        var words = new HashSet<String>();
        section.texts(section.has("one_of") ? "one_of" : "is")
                .forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
        return new Condition.OfContext(name, words);
    }

    private static Test test(Section section) {
        if (section.has("is")) {
            return new Test.OneOf(Set.of(section.number("is").doubleValue()));
        }
        if (section.has("one_of")) {
            var values = new HashSet<Double>();
            for (var text : section.texts("one_of")) {
                values.add(number(section, text));
            }
            return new Test.OneOf(values);
        }
        var atLeast = section.optionalNumber("at_least");
        var atMost = section.optionalNumber("at_most");
        if (atLeast == null && atMost == null) {
            throw section.refusal(
                    section.line(), "a condition asks at_least, at_most, is or one_of");
        }
        return new Test.Between(
                atLeast == null ? Double.NEGATIVE_INFINITY : atLeast,
                atMost == null ? Double.POSITIVE_INFINITY : atMost);
    }

    private static double number(Section section, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException wrong) {
            throw section.refusal("one_of", "\"" + text + "\" is not a number");
        }
    }
}
