package care.trellis.papers.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.papers.Answers;
import care.trellis.papers.FormDefinition.Kind;
import care.trellis.papers.FormDefinition.Question;
import care.trellis.papers.FormDefinition.Section;
import care.trellis.papers.Paper;
import care.trellis.web.Choice;
import care.trellis.web.Fact;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays a paper out. */
@Component
class PaperViews {

    private final Clients clients;
    private final Access access;

    PaperViews(Clients clients, Access access) {
        this.clients = clients;
        this.access = access;
    }

    PaperView view(
            Permit permit, ClientId client, Paper paper, Form sent, List<String> unfinished) {
        var path = "/clients/" + client.value();
        var signed = paper.signed();
        var zone = clients.zone(permit, client);
        return new PaperView(
                path,
                path + "/papers/" + paper.id().value(),
                clients.find(permit, client).person().shortName(),
                paper.form().title(),
                paper.form().about(),
                state(paper, signed),
                signed == null
                        ? Tone.WATCH
                        : late(signed, clients.today(permit, client)) ? Tone.BAD : Tone.GOOD,
                signed == null,
                access.mayByRole(permit.actor(), Action.PAPER_EDIT),
                signed == null || signed.intact(),
                paper.form().sections().stream()
                        .filter(paper::asks)
                        .map(section -> section(paper, section))
                        .toList(),
                signed == null ? missing(paper) : List.of(),
                signed == null ? unfinished : List.of(),
                Form.empty().key().toString(),
                signed != null && paper.form().client() && !clientSigned(signed),
                sent,
                signed == null ? List.of() : facts(signed, zone),
                signed == null ? "" : signed.hash().substring(0, 16));
    }

    private static List<PaperView.Missing> missing(Paper paper) {
        return paper.missing().stream()
                .map(question ->
                        new PaperView.Missing(
                                question.label(),
                                question.kind() == Kind.TABLE
                                        ? question.cell(0, 0)
                                        : question.id()))
                .toList();
    }

    private static boolean late(Paper.Signed signed, LocalDate today) {
        var review = signed.reviewOn();
        return review != null && review.isBefore(today);
    }

    private static String state(Paper paper, Paper.@Nullable Signed signed) {
        if (signed == null) {
            return "Draft of " + paper.begunBy();
        }
        var review = signed.reviewOn();
        return "Signed "
                + When.day(signed.on())
                + (review == null ? "" : ", review by " + When.day(review));
    }

    private static boolean clientSigned(Paper.Signed signed) {
        return signed.signatures().stream().anyMatch(one -> one.signer() != Paper.Signer.STAFF);
    }

    static List<Fact> facts(Paper.Signed signed, ZoneId zone) {
        return signed.signatures().stream()
                .map(one -> {
                    var refusal = one.refusal();
                    return new Fact(
                            one.signer().label(),
                            one.name()
                                    + (refusal == null ? "" : " did not sign: " + refusal)
                                    + ", "
                                    + When.full(one.at(), zone));
                })
                .toList();
    }

    private static PaperView.Section section(Paper paper, Section section) {
        var asked = section.questions().stream().filter(paper::asks).toList();
        return new PaperView.Section(
                section.id(),
                section.title(),
                section.hint(),
                paper.revisions().getOrDefault(section.id(), 0),
                asked.stream()
                        .allMatch(question -> !question.needed() || paper.answers().has(question)),
                asked.stream().map(question -> asked(paper, question)).toList());
    }

    private static PaperView.Asked asked(Paper paper, Question question) {
        var answers = paper.answers();
        var reused = paper.reused().get(question.id());
        return new PaperView.Asked(
                question.id(),
                question.kind().name(),
                question.label(),
                question.hint(),
                question.needed(),
                question.kind() == Kind.MANY
                        ? String.join(", ", answers.all(question.id()))
                        : answers.one(question.id()),
                reused == null ? "" : "As answered " + When.day(reused),
                choices(question, answers),
                question.columns(),
                rows(question, answers));
    }

    private static List<Choice> choices(Question question, Answers answers) {
        return switch (question.kind()) {
            case YES_NO ->
                    List.of(
                            choice(question, answers, "yes", "Yes"),
                            choice(question, answers, "no", "No"));
            case CHOICE, MANY ->
                    question.options().stream()
                            .map(option -> choice(question, answers, option, option))
                            .toList();
            case READ, TEXT, LONG, DATE, NUMBER, TABLE -> List.of();
        };
    }

    private static Choice choice(Question question, Answers answers, String value, String label) {
        return new Choice(value, label, answers.all(question.id()).contains(value));
    }

    private static List<PaperView.Row> rows(Question question, Answers answers) {
        return IntStream.range(0, question.rows().size())
                .mapToObj(row ->
                        new PaperView.Row(
                                question.rows().get(row),
                                IntStream.range(0, question.columns().size())
                                        .mapToObj(column ->
                                                new PaperView.Cell(
                                                        question.cell(row, column),
                                                        question.rows().get(row)
                                                                + ", "
                                                                + question.columns().get(column),
                                                        answers.one(question.cell(row, column)),
                                                        question.dates().contains(column)
                                                                ? "date"
                                                                : "text"))
                                        .toList()))
                .toList();
    }
}
