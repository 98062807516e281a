package care.trellis.billing.web;

import care.trellis.web.Tab;
import care.trellis.web.Tone;
import java.util.List;

/**
 * Claims whose next payer's turn it is, as finished text.
 *
 * @param key of the next submission
 * @param total dollars that the next payers are asked for
 */
public record NextPayersView(
        String key, boolean maySubmit, List<Tab> tabs, List<Row> rows, String total, String count) {

    /**
     * One claim.
     *
     * @param value what the form sends; empty where something keeps it here
     * @param lack what keeps it here
     * @param lackPath of the page that mends it
     * @param filesBy the deadline and how long it is
     */
    public record Row(
            String value,
            String name,
            String number,
            String path,
            String dates,
            String payer,
            String decided,
            String paid,
            String next,
            String turn,
            String remaining,
            String filesBy,
            Tone tone,
            String lack,
            String lackPath) {}

    public NextPayersView {
        tabs = List.copyOf(tabs);
        rows = List.copyOf(rows);
    }
}
