package care.trellis.measures.web;

import care.trellis.engine.instruments.AnswerSet;
import care.trellis.engine.instruments.Item;
import care.trellis.measures.Asked;
import care.trellis.measures.Language;
import care.trellis.measures.Sitting;
import care.trellis.web.Choice;
import java.util.List;
import java.util.Objects;

/**
 * A whole form as staff enter it.
 *
 * @param stem what is printed before the items
 * @param wording whether the items stand in the owner's words; else in ours
 */
public record EntryView(
        String instrument,
        String eyebrow,
        String stem,
        boolean wording,
        List<Line> lines,
        String notice) {

    /** One item; the range is empty where it is chosen from a list. */
    public record Line(
            String item,
            String text,
            List<Choice> choices,
            List<Integer> range,
            String typed,
            String path) {

        /** Copies the lists. */
        public Line {
            choices = List.copyOf(choices);
            range = List.copyOf(range);
        }
    }

    /** Copies the list. */
    public EntryView {
        lines = List.copyOf(lines);
    }

    static EntryView of(Asked asked, Sitting sitting, String path) {
        var about = asked.instrument().about();
        var language = sitting.language();
        return new EntryView(
                about.title(),
                sitting.mode().label()
                        + (sitting.takenOn() == null ? "" : " of " + Texts.day(sitting.takenOn())),
                QuestionView.words(about.stem(), language),
                !about.languages().isEmpty(),
                asked.instrument().items().stream()
                        .map(item -> line(asked, item, language, path))
                        .toList(),
                Objects.requireNonNullElse(about.notice(), ""));
    }

    private static Line line(Asked asked, Item item, Language language, String path) {
        var standing = asked.standing().get(item.number());
        var text = QuestionView.words(item.text(), language);
        return new Line(
                item.number(),
                item.number() + ". " + (text.isEmpty() ? item.concept() : text),
                item.answers() instanceof AnswerSet.Choices(var options)
                        ? options.stream()
                                .map(option ->
                                        new Choice(
                                                Integer.toString(option.code()),
                                                QuestionView.label(
                                                        option.label(), option.code(), language),
                                                Objects.equals(standing, option.code())))
                                .toList()
                        : List.of(),
                item.answers() instanceof AnswerSet.Range(int from, int to)
                        ? List.of(from, to)
                        : List.of(),
                standing == null ? "" : standing.toString(),
                path + "/answers/" + item.number());
    }
}
