package care.trellis.cashier.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.clients.Coverage;
import care.trellis.clients.CoverageId;
import care.trellis.clients.Coverages;
import care.trellis.web.Choice;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the small pages of an account have in common. */
@Component
class TermsPages {

    private final Clients clients;
    private final Coverages coverages;
    private final Access access;

    TermsPages(Clients clients, Coverages coverages, Access access) {
        this.clients = clients;
        this.coverages = coverages;
        this.access = access;
    }

    /** The page of this template, with what stands, the form, and the words above it. */
    ModelAndView page(
            Permit permit,
            Frame frame,
            String template,
            ClientId client,
            List<TermsView.Line> lines,
            Form form,
            List<List<Choice>> choices,
            List<String> words) {
        return new ModelAndView(
                template,
                Map.of(
                        "frame",
                        frame,
                        "view",
                        new TermsView(
                                "/clients/" + client.value(),
                                clients.find(permit, client).person().shortName(),
                                access.mayByRole(permit.actor(), Action.CASHIER_EDIT),
                                lines,
                                form,
                                choices,
                                words)));
    }

    /** The client's coverage that was chosen; nothing where none was, or where it is not theirs. */
    Optional<CoverageId> coverage(Permit permit, ClientId client, Form form) {
        return coverages.of(permit, client).stream()
                .map(Coverage::id)
                .filter(id -> id.value().toString().equals(form.value("coverage")))
                .findFirst();
    }

    /** The client's payers by coverage, in the order in which they are billed. */
    Map<CoverageId, String> payers(Permit permit, ClientId client) {
        var payers = new LinkedHashMap<CoverageId, String>();
        coverages.of(permit, client).forEach(one -> payers.put(one.id(), one.terms().payerName()));
        return payers;
    }

    /** Coverages as lines of a select, with this line first. */
    static List<Choice> coverages(Form form, String first, Map<CoverageId, String> payers) {
        var labels = new LinkedHashMap<String, String>();
        payers.forEach((id, payer) -> labels.put(id.value().toString(), payer));
        return form.choices("coverage", first, labels);
    }

    /** The values of an enum as lines of a select. */
    static <E extends Enum<E>> List<Choice> choices(
            Form form, String field, E[] values, Function<E, String> label) {
        var labels = new LinkedHashMap<String, String>();
        for (var value : values) {
            labels.put(value.name(), label.apply(value));
        }
        return form.choices(field, labels);
    }
}
