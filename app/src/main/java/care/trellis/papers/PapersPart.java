package care.trellis.papers;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
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
    private final Access access;

    PapersPart(PaperRecords records, Forms forms, Access access) {
        this.records = records;
        this.forms = forms;
        this.access = access;
    }

    @Override
    public List<Place> places(Permit permit, UUID client) {
        return access.mayByRole(permit.actor(), Action.PAPER_VIEW)
                ? List.of(new Place("Papers", "note", "/clients/" + client + "/papers"))
                : List.of();
    }

    /**
     * Every form of a stay up to its care, with how it stands; the needed ones make a record whole.
     */
    @Override
    public void write(Permit permit, Whose whose, Sheet sheet) {
        if (!access.mayByRole(permit.actor(), Action.PAPER_VIEW)) {
            return;
        }
        boolean clinical = access.mayByRole(permit.actor(), Action.NOTE_VIEW);
        var path = whose.path("/papers");
        var heads = records.of(new ClientId(whose.client()));
        var lines = new ArrayList<Line>();
        for (var form : forms.all()) {
            if (!clinical && form.clinical()) {
                continue;
            }
            var line = line(path, form, heads, whose.today());
            if (form.group() != FormDefinition.Group.DISCHARGE) {
                lines.add(line);
            }
            if (NEEDED.contains(form.id())) {
                sheet.items().add(item(line));
            }
        }
        sheet.cards().add(new Card("Papers", lines, "", path));
        for (var head : heads) {
            var day = head.signedOn();
            var form = forms.find(head.form());
            if (day != null && form.isPresent() && (clinical || !form.get().clinical())) {
                var words = form.get().title() + " signed";
                sheet.events().add(new Dated(day, new Event(When.day(day), words, "", Tone.GOOD)));
            }
        }
    }

    private static Item item(Line line) {
        var fix = line.tone() == Tone.BAD ? ": the review is overdue." : ": not signed yet.";
        return new Item(line.title(), line.tone() == Tone.GOOD, line.title() + fix, line.path());
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
}
