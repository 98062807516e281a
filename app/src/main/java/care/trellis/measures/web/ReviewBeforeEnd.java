package care.trellis.measures.web;

import care.trellis.measures.Asked;
import care.trellis.measures.Language;
import care.trellis.measures.Satisfaction;
import java.util.List;

/**
 * The last screen of a measure: what is still open, and the button that finishes.
 *
 * @param asksWords whether the client may write something to the team
 */
public record ReviewBeforeEnd(
        Phrases say,
        String path,
        String measure,
        String words,
        List<Blank> blanks,
        boolean asksWords,
        String finish,
        String back,
        String notice) {

    /** A question that is still open. */
    public record Blank(String text, String path) {}

    /** Copies the list. */
    public ReviewBeforeEnd {
        blanks = List.copyOf(blanks);
    }

    static ReviewBeforeEnd of(Asked asked, Language language, String path, boolean last) {
        var say = Phrases.of(language);
        var blanks =
                asked.blank().stream()
                        .filter(item -> !item.text().isEmpty())
                        .map(item ->
                                new Blank(
                                        QuestionView.words(item.text(), language),
                                        path + "?at=" + item.number()))
                        .toList();
        var questions = asked.questions();
        return new ReviewBeforeEnd(
                say,
                path,
                asked.measure().id().value().toString(),
                switch (blanks.size()) {
                    case 0 -> say.allAnswered();
                    case 1 -> say.blankOne();
                    default -> say.blankMany();
                },
                blanks,
                Satisfaction.OWN.contains(asked.measure().instrument()),
                last ? say.finish() : say.goOn(),
                questions.isEmpty() ? "" : path + "?at=" + questions.getLast().number(),
                java.util.Objects.requireNonNullElse(asked.instrument().about().notice(), ""));
    }
}
