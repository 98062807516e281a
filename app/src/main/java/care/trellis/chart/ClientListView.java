package care.trellis.chart;

import care.trellis.web.Choice;
import care.trellis.web.Tone;
import java.util.List;

/**
 * The list of clients, as finished text.
 *
 * @param words such as {@code 38 clients}
 * @param mayAdd whether the reader may add a person
 * @param mayImport whether the reader may import
 * @param filtered whether a filter hides clients
 */
public record ClientListView(
        List<Row> rows,
        String words,
        List<Choice> statuses,
        List<Choice> programs,
        List<Choice> tracks,
        List<Choice> levels,
        List<Choice> coverages,
        List<Choice> orders,
        boolean mayAdd,
        boolean mayImport,
        boolean filtered) {

    /**
     * One client.
     *
     * @param path the chart
     * @param detail pronouns, or empty
     * @param since day of admission; empty for somebody who is not admitted
     */
    public record Row(
            String path,
            String name,
            String initials,
            String detail,
            String recordNumber,
            String program,
            String level,
            String tracks,
            String coverage,
            String since,
            String consent,
            Tone consentTone) {}

    /** Copies the lists. */
    public ClientListView {
        rows = List.copyOf(rows);
    }
}
