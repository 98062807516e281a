package care.trellis.measures.web;

import care.trellis.engine.instruments.AnswerSet;
import care.trellis.engine.instruments.Item;
import care.trellis.engine.instruments.Licence;
import care.trellis.measures.Availability;
import care.trellis.measures.Language;
import care.trellis.measures.Offered;
import care.trellis.web.Fact;
import care.trellis.web.Line;
import care.trellis.web.Tone;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One instrument as finished text: its items only as far as its licence lets them be shown here.
 *
 * @param loads whether the site may load wording for it
 * @param loaded whether it did
 * @param needsReference whether a licence's reference is needed
 */
public record InstrumentView(
        String id,
        String path,
        String title,
        List<Fact> facts,
        String stem,
        List<Question> questions,
        String notice,
        List<String> open,
        boolean loads,
        boolean loaded,
        boolean needsReference) {

    /** One item with its answers. */
    public record Question(String text, String answers) {}

    /** Copies the lists. */
    public InstrumentView {
        facts = List.copyOf(facts);
        questions = List.copyOf(questions);
        open = List.copyOf(open);
    }

    static Line line(Offered offered) {
        var about = offered.instrument().about();
        return new Line(
                about.id(),
                "/measures/instruments/" + about.id(),
                List.of(
                        about.title(),
                        about.licence().tag(),
                        about.languages().isEmpty()
                                ? ""
                                : about.languages().stream()
                                        .sorted()
                                        .map(code -> Language.of(code).own())
                                        .collect(Collectors.joining(", "))),
                offered.availability().label(),
                offered.availability() == Availability.READY ? Tone.GOOD : Tone.NEUTRAL);
    }

    static InstrumentView of(Offered offered, ZoneId zone) {
        var about = offered.instrument().about();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Licence", about.licence().tag()));
        facts.add(new Fact("Here", offered.availability().label()));
        facts.add(new Fact("Version", about.version() + " of " + Texts.day(about.dated())));
        facts.add(new Fact("Asks about", Objects.requireNonNullElse(about.recall(), "")));
        facts.add(
                new Fact(
                        "Sources",
                        about.sources().values().stream()
                                .map(source -> source.title())
                                .collect(Collectors.joining("; "))));
        var pack = offered.pack();
        if (pack != null) {
            facts.add(
                    new Fact(
                            "Wording loaded",
                            Texts.day(pack.loadedAt().atZone(zone).toLocalDate())
                                    + ", attested by "
                                    + pack.attestedBy()));
        }
        boolean shows = offered.availability() == Availability.READY;
        return new InstrumentView(
                about.id(),
                "/measures/instruments/" + about.id(),
                about.title(),
                facts,
                shows ? QuestionView.words(about.stem(), Language.ENGLISH) : "",
                offered.instrument().items().stream().map(item -> question(item, shows)).toList(),
                Objects.requireNonNullElse(about.notice(), ""),
                about.open(),
                !about.licence().textShips() || pack != null || about.languages().isEmpty(),
                pack != null,
                about.licence() == Licence.LICENSED);
    }

    private static Question question(Item item, boolean shows) {
        var text = shows ? QuestionView.words(item.text(), Language.ENGLISH) : "";
        var answers =
                switch (item.answers()) {
                    case AnswerSet.Range(int from, int to) -> from + " to " + to;
                    case AnswerSet.Choices(var options) ->
                            options.stream()
                                    .map(option ->
                                            option.code()
                                                    + (shows
                                                            ? " "
                                                                    + QuestionView.words(
                                                                            option.label(),
                                                                            Language.ENGLISH)
                                                            : ""))
                                    .map(String::strip)
                                    .collect(Collectors.joining(" · "));
                };
        return new Question(
                item.number() + ". " + (text.isEmpty() ? item.concept() : text), answers);
    }
}
