package care.trellis.billing.web;

import care.trellis.web.Choice;
import care.trellis.web.Tab;
import care.trellis.web.Tone;
import java.util.List;

/**
 * What can go out as claims, as finished text.
 *
 * @param key of the next submission
 * @param maySubmit whether the reader may send
 * @param readyTotal dollars that can go out now
 * @param heldTotal dollars that something holds and a fix would free
 * @param lostTotal dollars that no paperwork can mend
 */
public record ClaimsView(
        String key,
        boolean maySubmit,
        String readyDays,
        String readyTotal,
        String heldDays,
        String heldTotal,
        String lostDays,
        String lostTotal,
        List<Contract> contracts,
        List<Held> held,
        List<Held> lost,
        List<Tab> tabs) {

    /** Days that become one file. */
    public record Contract(
            String title, String form, String days, String total, List<Client> clients) {}

    /**
     * One client's days.
     *
     * @param value what the form sends when the box is ticked
     * @param late why they come late, to choose from; empty while the payer takes them
     */
    public record Client(
            String value,
            String name,
            String recordNumber,
            String path,
            String days,
            String count,
            String total,
            String filesBy,
            Tone clock,
            List<Choice> late) {}

    /**
     * What one reason holds.
     *
     * @param key names it in the page
     * @param open whether its days are shown at once
     * @param allPath of the page with all its days; empty where all are listed
     * @param listed how many of how many are listed
     */
    public record Held(
            String key,
            boolean open,
            String allPath,
            String listed,
            String words,
            String fix,
            Tone tone,
            String days,
            String total,
            List<Day> list) {}

    /** One day that is held. */
    public record Day(
            String name, String date, String path, String amount, String filesBy, Tone clock) {}
}
