package care.trellis.benefits.web;

import care.trellis.web.Choice;
import care.trellis.web.Form;
import java.util.List;

/**
 * The form of one check, in finished text.
 *
 * @param path of the chart
 * @param card what the card says, to read out on the phone
 */
public record CheckView(
        String path,
        String name,
        String payer,
        List<String> card,
        String coverage,
        Form form,
        List<Choice> ways,
        List<Choice> states,
        List<Choice> networks,
        List<Choice> units,
        List<Choice> authorizations) {

    /** Copies the lists. */
    public CheckView {
        card = List.copyOf(card);
        ways = List.copyOf(ways);
        states = List.copyOf(states);
        networks = List.copyOf(networks);
        units = List.copyOf(units);
        authorizations = List.copyOf(authorizations);
    }
}
