package care.trellis.documents.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.documents.Answers;
import care.trellis.documents.Document;
import care.trellis.documents.FormDefinition.Kind;
import care.trellis.documents.FormDefinition.Question;
import care.trellis.documents.FormDefinition.Section;
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

/** Lays a document out. */
@Component
class DocumentViews {

    private final Clients clients;
    private final Access access;

    DocumentViews(Clients clients, Access access) {
        this.clients = clients;
        this.access = access;
    }

    DocumentView view(Permit permit, ClientId client, Document document, Form sent) {
        var path = "/clients/" + client.value();
        var signed = document.signed();
        var zone = clients.zone(permit, client);
        return new DocumentView(
                path,
                path + "/documents/" + document.id().value(),
                clients.find(permit, client).person().shortName(),
                document.form().title(),
                document.form().about(),
                state(document, signed),
                signed == null
                        ? Tone.WATCH
                        : late(signed, clients.today(permit, client)) ? Tone.BAD : Tone.GOOD,
                signed == null,
                access.mayByRole(permit.actor(), Action.DOCUMENT_EDIT),
                signed == null || signed.intact(),
                document.form().sections().stream()
                        .filter(document::asks)
                        .map(section -> section(document, section))
                        .toList(),
                signed == null ? missing(document) : List.of(),
                Form.empty().key().toString(),
                signed != null && document.form().client() && !clientSigned(signed),
                sent,
                signed == null ? List.of() : facts(signed, zone),
                signed == null ? "" : signed.hash().substring(0, 16));
    }

    private static List<DocumentView.Missing> missing(Document document) {
        return document.missing().stream()
                .map(question ->
                        new DocumentView.Missing(
                                question.label(),
                                question.kind() == Kind.TABLE
                                        ? question.cell(0, 0)
                                        : question.id()))
                .toList();
    }

    private static boolean late(Document.Signed signed, LocalDate today) {
        var review = signed.reviewOn();
        return review != null && review.isBefore(today);
    }

    private static String state(Document document, Document.@Nullable Signed signed) {
        if (signed == null) {
            return "Draft of " + document.begunBy();
        }
        var review = signed.reviewOn();
        return "Signed "
                + When.day(signed.on())
                + (review == null ? "" : ", review by " + When.day(review));
    }

    private static boolean clientSigned(Document.Signed signed) {
        return signed.signatures().stream().anyMatch(one -> one.signer() != Document.Signer.STAFF);
    }

    static List<Fact> facts(Document.Signed signed, ZoneId zone) {
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

    private static DocumentView.Section section(Document document, Section section) {
        var asked = section.questions().stream().filter(document::asks).toList();
        return new DocumentView.Section(
                section.id(),
                section.title(),
                section.hint(),
                document.revisions().getOrDefault(section.id(), 0),
                asked.stream()
                        .allMatch(
                                question -> !question.needed() || document.answers().has(question)),
                asked.stream().map(question -> asked(document, question)).toList());
    }

    private static DocumentView.Asked asked(Document document, Question question) {
        var answers = document.answers();
        var reused = document.reused().get(question.id());
        return new DocumentView.Asked(
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

    private static List<DocumentView.Row> rows(Question question, Answers answers) {
        return IntStream.range(0, question.rows().size())
                .mapToObj(row ->
                        new DocumentView.Row(
                                question.rows().get(row),
                                IntStream.range(0, question.columns().size())
                                        .mapToObj(column ->
                                                new DocumentView.Cell(
                                                        question.cell(row, column),
                                                        question.rows().get(row)
                                                                + ", "
                                                                + question.columns().get(column),
                                                        answers.one(question.cell(row, column))))
                                        .toList()))
                .toList();
    }
}
