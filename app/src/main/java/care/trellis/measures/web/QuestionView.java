package care.trellis.measures.web;

import care.trellis.engine.instruments.AnswerSet;
import care.trellis.engine.instruments.Item;
import care.trellis.measures.Asked;
import care.trellis.measures.Language;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One question on one screen, finished text.
 *
 * @param measure the id that the answer is for
 * @param back where the question before is; empty on the first
 * @param options what can be chosen; empty where a number is typed
 * @param range lowest and highest number, where one is typed; else empty
 */
public record QuestionView(
        Phrases say,
        String path,
        String measure,
        String item,
        int number,
        int count,
        String stem,
        String text,
        List<OptionView> options,
        boolean scale,
        List<Integer> range,
        String typed,
        String back,
        String notice,
        String error) {

    /** One answer to choose. */
    public record OptionView(int code, String label, boolean chosen) {}

    /** Copies the lists. */
    public QuestionView {
        options = List.copyOf(options);
        range = List.copyOf(range);
    }

    static QuestionView of(Asked asked, Item item, Language language, String path, boolean wrong) {
        var say = Phrases.of(language);
        var questions = asked.questions();
        var about = asked.instrument().about();
        var chosen = asked.standing().get(item.number());
        var options = options(item, language, chosen);
        var before = asked.before(item);
        return new QuestionView(
                say,
                path,
                asked.measure().id().value().toString(),
                item.number(),
                questions.indexOf(item) + 1,
                questions.size(),
                words(about.stem(), language),
                words(item.text(), language),
                options,
                options.size() > 7,
                item.answers() instanceof AnswerSet.Range(int from, int to)
                        ? List.of(from, to)
                        : List.of(),
                chosen == null ? "" : chosen.toString(),
                before.map(one -> path + "?at=" + one.number()).orElse(""),
                Objects.requireNonNullElse(about.notice(), ""),
                wrong && item.answers() instanceof AnswerSet.Range(int from, int to)
                        ? say.chooseNumber() + " " + from + " – " + to
                        : "");
    }

    private static List<OptionView> options(
            Item item, Language language, @Nullable Integer chosen) {
        return item.answers() instanceof AnswerSet.Choices(var options)
                ? options.stream()
                        .map(option ->
                                new OptionView(
                                        option.code(),
                                        label(option.label(), option.code(), language),
                                        Objects.equals(chosen, option.code())))
                        .toList()
                : List.of();
    }

    static String label(Map<String, String> labels, int code, Language language) {
        var words = words(labels, language);
        return words.isEmpty() ? Integer.toString(code) : words;
    }

    /** The text in the language, else in English, else nothing. */
    static String words(Map<String, String> texts, Language language) {
        var words = texts.get(language.code());
        return Objects.requireNonNullElse(
                words == null ? texts.get(Language.ENGLISH.code()) : words, "");
    }
}
