package care.trellis.chain;

import care.trellis.web.Choice;
import care.trellis.web.Form;
import java.util.List;

/**
 * The form of a request, of a decision, or of both at once.
 *
 * @param heading of the page
 * @param who the client, as the page shows them
 * @param path where the form goes
 * @param cancelPath the way out
 * @param key made with the form, so that sent twice is recorded once
 * @param request whether the form asks for what was requested too
 * @param kinds when the payer is asked; empty where the form only decides
 * @param contracts empty where no coverage of the client has a contract
 */
public record AuthorizationFormView(
        String heading,
        String who,
        String path,
        String cancelPath,
        String key,
        boolean request,
        List<Choice> contracts,
        List<Choice> kinds,
        List<Choice> units,
        List<Choice> answers,
        Form form) {}
