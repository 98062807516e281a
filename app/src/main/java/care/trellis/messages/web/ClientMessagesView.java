package care.trellis.messages.web;

import care.trellis.web.Choice;
import care.trellis.web.Form;
import java.util.List;

/**
 * One client's page of messages.
 *
 * @param name first name and last initial
 * @param path of the client's chart
 * @param reach what is on record to write to, hidden but for its ends; a line each
 * @param stopped since when the client wants nothing; empty for never
 */
public record ClientMessagesView(
        String name,
        String path,
        boolean asked,
        List<String> reach,
        String stopped,
        Form form,
        List<Choice> ways,
        List<Choice> languages,
        List<Choice> reminds,
        List<Choice> zones,
        List<OutboxView.Row> rows,
        List<OutboxView.Answer> replies,
        boolean mayEdit) {

    /** Keeps its own copies of the lists. */
    public ClientMessagesView {
        reach = List.copyOf(reach);
        ways = List.copyOf(ways);
        languages = List.copyOf(languages);
        reminds = List.copyOf(reminds);
        zones = List.copyOf(zones);
        rows = List.copyOf(rows);
        replies = List.copyOf(replies);
    }
}
