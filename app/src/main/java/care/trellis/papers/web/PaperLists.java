package care.trellis.papers.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.papers.FormDefinition;
import care.trellis.papers.Papers;
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
class PaperLists {

    private final Papers papers;
    private final Clients clients;
    private final Access access;

    PaperLists(Papers papers, Clients clients, Access access) {
        this.papers = papers;
        this.clients = clients;
        this.access = access;
    }

    @Transactional(readOnly = true)
    public PaperListView view(Permit permit, ClientId client) {
        var entries = papers.of(permit, client);
        var today = clients.today(permit, client);
        var path = "/clients/" + client.value();
        boolean mayEdit = access.mayByRole(permit.actor(), Action.PAPER_EDIT);
        var forms = papers.forms(permit);
        return new PaperListView(
                path,
                clients.find(permit, client).person().shortName(),
                mayEdit,
                Arrays.stream(FormDefinition.Group.values())
                        .map(group ->
                                new PaperListView.Group(
                                        group.label(),
                                        forms.stream()
                                                .filter(form -> form.group() == group)
                                                .map(form -> row(path, form, entries, today))
                                                .toList()))
                        .filter(group -> !group.rows().isEmpty())
                        .toList());
    }

    private static PaperListView.Row row(
            String path, FormDefinition form, List<Papers.Entry> entries, LocalDate today) {
        var own = entries.stream().filter(entry -> entry.form().id().equals(form.id())).toList();
        var draft = own.stream().filter(entry -> entry.signedOn() == null).findFirst();
        var signed = own.stream().filter(entry -> entry.signedOn() != null).toList();
        return new PaperListView.Row(
                form.id(),
                form.title(),
                form.about(),
                state(signed, today),
                tone(signed, today),
                draft.map(entry -> path + "/papers/" + entry.id().value()).orElse(""),
                draft.map(entry -> "Draft of " + entry.begunBy()).orElse(""),
                Form.empty().key().toString(),
                signed.stream()
                        .map(entry ->
                                new PaperListView.Signed(
                                        entry.signedOn() == null ? "" : When.day(entry.signedOn()),
                                        path + "/papers/" + entry.id().value()))
                        .toList());
    }

    private static String state(List<Papers.Entry> signed, LocalDate today) {
        if (signed.isEmpty()) {
            return "None yet";
        }
        var review = signed.getFirst().reviewOn();
        if (review == null) {
            return "Signed";
        }
        return (review.isBefore(today) ? "Review was due " : "Review by ") + When.day(review);
    }

    private static Tone tone(List<Papers.Entry> signed, LocalDate today) {
        if (signed.isEmpty()) {
            return Tone.NEUTRAL;
        }
        var review = signed.getFirst().reviewOn();
        return review != null && review.isBefore(today) ? Tone.BAD : Tone.GOOD;
    }
}
