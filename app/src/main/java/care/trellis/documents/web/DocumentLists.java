package care.trellis.documents.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.documents.Documents;
import care.trellis.documents.FormDefinition;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays out what a client has of each form: the record's completeness at a glance. */
@Component
class DocumentLists {

    private final Documents documents;
    private final Clients clients;
    private final Access access;

    DocumentLists(Documents documents, Clients clients, Access access) {
        this.documents = documents;
        this.clients = clients;
        this.access = access;
    }

    @Transactional(readOnly = true)
    public DocumentListView view(Permit permit, ClientId client) {
        var entries = documents.of(permit, client);
        var today = clients.today(permit, client);
        var path = "/clients/" + client.value();
        boolean mayEdit = access.mayByRole(permit.actor(), Action.DOCUMENT_EDIT);
        var forms = documents.forms(permit);
        return new DocumentListView(
                path,
                clients.find(permit, client).person().shortName(),
                mayEdit,
                Arrays.stream(FormDefinition.Group.values())
                        .map(group ->
                                new DocumentListView.Group(
                                        group.label(),
                                        forms.stream()
                                                .filter(form -> form.group() == group)
                                                .map(form -> row(path, form, entries, today))
                                                .toList()))
                        .filter(group -> !group.rows().isEmpty())
                        .toList());
    }

    private static DocumentListView.Row row(
            String path, FormDefinition form, List<Documents.Entry> entries, LocalDate today) {
        var own = entries.stream().filter(entry -> entry.form().id().equals(form.id())).toList();
        var draft = own.stream().filter(entry -> entry.signedOn() == null).findFirst();
        var signed = own.stream().filter(entry -> entry.signedOn() != null).toList();
        return new DocumentListView.Row(
                form.id(),
                form.title(),
                form.about(),
                state(signed, today),
                tone(signed, today),
                draft.map(entry -> path + "/documents/" + entry.id().value()).orElse(""),
                draft.map(entry -> "Draft of " + entry.begunBy()).orElse(""),
                Form.empty().key().toString(),
                signed.stream()
                        .map(entry ->
                                new DocumentListView.Signed(
                                        entry.signedOn() == null ? "" : When.day(entry.signedOn()),
                                        path + "/documents/" + entry.id().value()))
                        .toList());
    }

    private static String state(List<Documents.Entry> signed, LocalDate today) {
        if (signed.isEmpty()) {
            return "None yet";
        }
        var review = signed.getFirst().reviewOn();
        if (review == null) {
            return "Signed";
        }
        return (review.isBefore(today) ? "Review was due " : "Review by ") + When.day(review);
    }

    private static Tone tone(List<Documents.Entry> signed, LocalDate today) {
        if (signed.isEmpty()) {
            return Tone.NEUTRAL;
        }
        var review = signed.getFirst().reviewOn();
        return review != null && review.isBefore(today) ? Tone.BAD : Tone.GOOD;
    }
}
