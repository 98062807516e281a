package care.trellis.safety.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.papers.Papers;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The crisis plan and the plan against relapse, beside the flags. */
@Component
class CrisisPapers {

    private record Kind(String form, String title) {}

    private static final List<Kind> KINDS =
            List.of(
                    new Kind("crisis-plan", "Crisis plan"),
                    new Kind("relapse-plan", "Relapse-prevention plan"));

    private final Papers papers;
    private final Clients clients;
    private final Access access;

    CrisisPapers(Papers papers, Clients clients, Access access) {
        this.papers = papers;
        this.clients = clients;
        this.access = access;
    }

    /** Nothing for a reader of flags who may not read papers. */
    @Transactional(readOnly = true)
    public List<SafetyView.Paper> of(Permit given, ClientId client) {
        return access.decide(
                        given.actor(),
                        Action.PAPER_VIEW,
                        given.purpose(),
                        new Resource(Resource.Kind.CLIENT, client.value()))
                .map(permit -> papers(permit, client))
                .orElse(List.of());
    }

    private List<SafetyView.Paper> papers(Permit permit, ClientId client) {
        var entries = papers.of(permit, client);
        var today = clients.today(permit, client);
        return KINDS.stream().map(kind -> paper(kind, client, entries, today)).toList();
    }

    private static SafetyView.Paper paper(
            Kind kind, ClientId client, List<Papers.Entry> entries, LocalDate today) {
        var own = entries.stream().filter(entry -> entry.form().id().equals(kind.form())).toList();
        var newest =
                own.stream()
                        .filter(entry -> entry.signedOn() != null)
                        .findFirst()
                        .or(() -> own.stream().findFirst());
        var review =
                newest.map(entry -> entry.reviewOn() == null ? today : entry.reviewOn())
                        .orElse(today);
        boolean signed = newest.filter(entry -> entry.signedOn() != null).isPresent();
        return new SafetyView.Paper(
                kind.title(),
                newest.isEmpty()
                        ? "None yet"
                        : !signed
                                ? "Draft"
                                : (review.isBefore(today) ? "Review was due " : "Review by ")
                                        + When.day(review),
                !signed || review.isBefore(today) ? Tone.WATCH : Tone.GOOD,
                newest.map(entry -> "/clients/" + client.value() + "/papers/" + entry.id().value())
                        .orElse(""),
                kind.form(),
                Form.empty().key().toString());
    }
}
