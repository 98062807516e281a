package care.trellis.chain;

import care.trellis.web.Event;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.util.List;

/**
 * The close of one day of one site, as finished text.
 *
 * @param state how the day stands, in a word
 * @param turns who closed and reopened it, and why
 * @param open what is open: at the close where there was one, else now
 * @param amendments what changed after the close
 * @param settled the other days
 * @param closePath where it is closed; empty where that cannot be done now
 * @param reopenPath where it is opened again; empty where that cannot be done now
 * @param waits why it cannot be closed yet; empty where it can
 */
public record CloseView(
        String day,
        String site,
        String state,
        Tone tone,
        List<Event> turns,
        List<Item> open,
        List<Amendment> amendments,
        List<Settled> settled,
        String billable,
        String held,
        int clients,
        String closePath,
        String reopenPath,
        String waits,
        Form form) {

    /**
     * Something that keeps a client's day from being billed.
     *
     * @param since what became of it after the close; empty where nothing did
     */
    public record Item(
            String name,
            String initials,
            String path,
            String fix,
            String owner,
            String amount,
            String since,
            Tone tone) {}

    /** A day that is other than it was when the day closed. */
    public record Amendment(
            String name,
            String path,
            String then,
            Tone thenTone,
            String now,
            Tone nowTone,
            String words) {}

    /** A day that stands as it stood. */
    public record Settled(
            String name, String path, String state, Tone tone, String minutes, String amount) {}
}
