package care.trellis.messages.web;

import care.trellis.web.Choice;
import care.trellis.web.Form;
import java.util.List;

/**
 * The settings of messages: five small forms and what is on.
 *
 * @param hosts that texts may be handed to, as the operator named them
 * @param links whether mail can carry a link that ends it
 * @param hook the path where the carrier brings texts that come in
 * @param mailTested a test was queued a moment ago
 */
public record MessageSettingsView(
        Form sign,
        Form mail,
        Form text,
        Form mailTest,
        Form textTest,
        List<Choice> safeties,
        boolean mailOn,
        boolean textOn,
        boolean mailKnown,
        boolean textKnown,
        String hosts,
        boolean links,
        String hook,
        boolean mailTested,
        boolean textTested) {

    /** Keeps its own copy of the list. */
    public MessageSettingsView {
        safeties = List.copyOf(safeties);
    }
}
