package care.trellis.cashier.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.web.Choice;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the small pages of an account have in common. */
@Component
class TermsPages {

    private final Clients clients;
    private final Access access;

    TermsPages(Clients clients, Access access) {
        this.clients = clients;
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
