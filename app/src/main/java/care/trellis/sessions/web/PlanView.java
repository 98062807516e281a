package care.trellis.sessions.web;

import care.trellis.web.Choice;
import care.trellis.web.Form;
import java.util.List;

/**
 * The page that plans a session of one client.
 *
 * @param site the site's name, whose clock the time is of
 * @param conflicts what that time is taken by, as far as it is known
 */
public record PlanView(
        Form form,
        String site,
        String siteId,
        List<Choice> clients,
        List<Choice> kinds,
        List<Choice> leads,
        List<Choice> seconds,
        List<Choice> modalities,
        List<Choice> rooms,
        ConflictsView conflicts) {

    public PlanView {
        clients = List.copyOf(clients);
        kinds = List.copyOf(kinds);
        leads = List.copyOf(leads);
        seconds = List.copyOf(seconds);
        modalities = List.copyOf(modalities);
        rooms = List.copyOf(rooms);
    }
}
