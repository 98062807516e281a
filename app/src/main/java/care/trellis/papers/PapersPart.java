package care.trellis.papers;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.web.ChartPart;
import care.trellis.web.Event;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Papers on the chart: their page, and when each was signed. */
@Component
@Order(20)
class PapersPart implements ChartPart {

    private static final Set<String> NEEDED =
            Set.of(
                    "eligibility",
                    "rights",
                    "treatment-consent",
                    "assessment",
                    "crisis-plan",
                    "level-of-care");

    private final PaperRecords records;
    private final Forms forms;
    private final Clients clients;
    private final Access access;

    PapersPart(PaperRecords records, Forms forms, Clients clients, Access access) {
        this.records = records;
        this.forms = forms;
        this.clients = clients;
        this.access = access;
    }

    @Override
    public List<Place> places(Permit permit, UUID client) {
        return access.mayByRole(permit.actor(), Action.PAPER_VIEW)
                ? List.of(new Place("Papers", "note", "/clients/" + client + "/papers"))
                : List.of();
    }

    /** Every form of a stay up to its care, with how it stands: complete or not at a glance. */
    @Override
    @Transactional(readOnly = true)
    public List<Card> cards(Permit permit, UUID client) {
        if (!access.mayByRole(permit.actor(), Action.PAPER_VIEW)) {
            return List.of();
        }
        boolean clinical = access.mayByRole(permit.actor(), Action.NOTE_VIEW);
        var heads = records.of(new ClientId(client));
        var today = clients.today(permit, new ClientId(client));
        var path = "/clients/" + client + "/papers";
        var lines =
                forms.all().stream()
                        .filter(form -> clinical || !form.clinical())
                        .filter(form -> form.group() != FormDefinition.Group.DISCHARGE)
                        .map(form -> line(path, form, heads, today))
                        .toList();
        return List.of(new Card("Papers", lines, "", path));
    }

    /** The forms that every stay needs, signed and current. */
    @Override
    @Transactional(readOnly = true)
    public List<Item> items(Permit permit, UUID client) {
        if (!access.mayByRole(permit.actor(), Action.PAPER_VIEW)) {
            return List.of();
        }
        boolean clinical = access.mayByRole(permit.actor(), Action.NOTE_VIEW);
        var heads = records.of(new ClientId(client));
        var today = clients.today(permit, new ClientId(client));
        var path = "/clients/" + client + "/papers";
        return forms.all().stream()
                .filter(form -> NEEDED.contains(form.id()) && (clinical || !form.clinical()))
                .map(form -> line(path, form, heads, today))
                .map(line ->
                        new Item(
                                line.title(),
                                line.tone() == Tone.GOOD,
                                line.tone() == Tone.BAD
                                        ? line.title() + ": the review is overdue."
                                        : line.title() + ": not signed yet.",
                                line.path()))
                .toList();
    }

    private static Line line(
            String path, FormDefinition form, List<PaperRecords.Head> heads, LocalDate today) {
        var newest =
                heads.stream()
                        .filter(head -> head.form().equals(form.id()) && head.signedOn() != null)
                        .findFirst();
        if (newest.isEmpty()) {
            return new Line(form.title(), "", "None yet", Tone.NEUTRAL, "", path);
        }
        var on = newest.get().signedOn();
        var review = newest.get().reviewOn();
        boolean late = review != null && review.isBefore(today);
        return new Line(
                form.title(),
                "",
                late ? "Review overdue" : "Signed",
                late ? Tone.BAD : Tone.GOOD,
                on == null ? "" : When.day(on),
                path + "/" + newest.get().id().value());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Dated> events(Permit permit, UUID client) {
        if (!access.mayByRole(permit.actor(), Action.PAPER_VIEW)) {
            return List.of();
        }
        boolean clinical = access.mayByRole(permit.actor(), Action.NOTE_VIEW);
        var events = new ArrayList<Dated>();
        for (var head : records.of(new ClientId(client))) {
            var day = head.signedOn();
            var form = forms.find(head.form());
            if (day != null && form.isPresent() && (clinical || !form.get().clinical())) {
                var words = form.get().title() + " signed";
                events.add(new Dated(day, new Event(When.day(day), words, "", Tone.GOOD)));
            }
        }
        return events;
    }
}
