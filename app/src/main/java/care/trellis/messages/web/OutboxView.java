package care.trellis.messages.web;

import care.trellis.web.Tab;
import care.trellis.web.Tone;
import java.util.List;

/**
 * The outbox as finished text.
 *
 * @param waiting how many wait to leave
 * @param trouble how many did not arrive, or nobody knows
 * @param sent how many left within a day
 * @param unread how many replies nobody has read
 * @param carriers one sentence for each way that is only logged; empty where all leave
 * @param rows the messages of the chosen tab
 * @param replies the replies of the chosen tab
 * @param empty what an empty tab says: a title and a sentence
 */
public record OutboxView(
        String waiting,
        String trouble,
        String sent,
        String unread,
        String carriers,
        List<Tab> tabs,
        List<Row> rows,
        List<Answer> replies,
        List<String> empty,
        boolean maySend) {

    /** Keeps its own copies of the lists. */
    public OutboxView {
        tabs = List.copyOf(tabs);
        rows = List.copyOf(rows);
        replies = List.copyOf(replies);
        empty = List.copyOf(empty);
    }

    /**
     * One message.
     *
     * @param client the page of the client's messages; empty for a test
     * @param path below which it is sent again or let be; empty where neither may be done
     */
    public record Row(
            String name,
            String client,
            String about,
            String text,
            String icon,
            String way,
            String when,
            String state,
            Tone tone,
            String problem,
            String path) {}

    /** One reply. */
    public record Answer(String name, String client, String words, String when, String path) {}
}
