package care.trellis.measures.web;

import care.trellis.engine.instruments.AnswerSet;
import care.trellis.engine.instruments.Item;
import care.trellis.engine.instruments.Subscale;
import care.trellis.measures.ChangeWords;
import care.trellis.measures.Language;
import care.trellis.measures.Outcome;
import care.trellis.measures.Results;
import care.trellis.web.Choice;
import care.trellis.web.Event;
import care.trellis.web.Fact;
import care.trellis.web.Tone;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One result as finished text: the score, every answer, and how it came to stand.
 *
 * @param withdrawn it was answered by somebody else
 */
public record ResultView(
        String path,
        String title,
        String day,
        List<Fact> facts,
        List<String> flags,
        List<String> prompts,
        List<Line> lines,
        List<Event> history,
        boolean withdrawn,
        String notice) {

    /** One answer: as it reads, and as it can be corrected. */
    public record Line(
            String item, String text, String answer, List<Choice> choices, String typed) {

        /** Copies the list. */
        public Line {
            choices = List.copyOf(choices);
        }
    }

    /** Copies the lists. */
    public ResultView {
        facts = List.copyOf(facts);
        flags = List.copyOf(flags);
        prompts = List.copyOf(prompts);
        lines = List.copyOf(lines);
        history = List.copyOf(history);
    }

    static ResultView of(Results.Opened opened, String path) {
        var outcome = opened.standing();
        var about = opened.instrument().about();
        return new ResultView(
                path,
                about.title(),
                Texts.day(outcome.takenOn()),
                facts(outcome),
                outcome.result().flags().stream()
                        .sorted()
                        .map(flag -> ChangeWords.cause(outcome.instrument(), flag))
                        .toList(),
                opened.prompts(),
                opened.instrument().items().stream().map(item -> line(item, outcome)).toList(),
                opened.versions().stream().map(version -> event(version, opened.zone())).toList(),
                outcome.withdrawn(),
                Objects.requireNonNullElse(about.notice(), ""));
    }

    private static List<Fact> facts(Outcome outcome) {
        var result = outcome.result();
        var facts = new ArrayList<Fact>();
        var total = result.total();
        if (total != null) {
            facts.add(
                    new Fact(
                            "Total",
                            ChangeWords.number(total) + (result.prorated() ? ", prorated" : "")));
        } else if (result.subscales().isEmpty()) {
            facts.add(
                    new Fact(
                            "Total",
                            result.missing().isEmpty()
                                    ? "None is defined"
                                    : "Not scored: %d unanswered"
                                            .formatted(result.missing().size())));
        }
        if (result.severity() != null) {
            facts.add(new Fact("Severity", ChangeWords.plain(result.severity())));
        }
        result.subscales()
                .forEach((name, part) -> facts.add(new Fact(ChangeWords.plain(name), words(part))));
        if (!result.missing().isEmpty()) {
            facts.add(new Fact("Unanswered", String.join(", ", result.missing())));
        }
        facts.add(new Fact("Given", outcome.mode().label() + ", " + outcome.language().own()));
        var day = outcome.treatmentDay();
        if (day != null) {
            facts.add(new Fact("Treatment day", day.toString()));
        }
        facts.add(
                new Fact(
                        "Version",
                        "%s %s, scored by engine %s"
                                .formatted(
                                        outcome.instrument(),
                                        outcome.version(),
                                        outcome.engine())));
        return facts;
    }

    private static String words(Subscale part) {
        var score = part.score();
        return score == null
                ? "Not scored"
                : ChangeWords.number(score)
                        + (part.word() == null ? "" : " " + ChangeWords.plain(part.word()));
    }

    private static Line line(Item item, Outcome outcome) {
        @Nullable Integer code = outcome.answers().get(item.number());
        var text = QuestionView.words(item.text(), Language.ENGLISH);
        var choices = new ArrayList<Choice>();
        var answer = code == null ? "Not answered" : code.toString();
        if (item.answers() instanceof AnswerSet.Choices(var options)) {
            choices.add(new Choice("", "Not answered", code == null));
            for (var option : options) {
                var label =
                        option.code()
                                + " · "
                                + QuestionView.label(
                                        option.label(), option.code(), Language.ENGLISH);
                boolean chosen = Objects.equals(code, option.code());
                choices.add(new Choice(Integer.toString(option.code()), label, chosen));
                answer = chosen ? label : answer;
            }
        }
        return new Line(
                item.number(),
                item.number() + ". " + (text.isEmpty() ? item.concept() : text),
                answer,
                choices,
                code == null ? "" : code.toString());
    }

    private static Event event(Outcome version, ZoneId zone) {
        var reason = version.reason();
        var total = version.result().total();
        return new Event(
                Texts.stamp(version.recordedAt(), zone),
                reason == null ? "Submitted" : reason.label(),
                total == null ? "" : "Total " + ChangeWords.number(total),
                reason == null ? Tone.NEUTRAL : Tone.WATCH);
    }
}
