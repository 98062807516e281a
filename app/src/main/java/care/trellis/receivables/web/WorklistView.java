package care.trellis.receivables.web;

import care.trellis.web.Choice;
import care.trellis.web.Tab;
import care.trellis.web.Tone;
import java.util.List;

/**
 * The denials as text.
 *
 * @param asOf when it was read
 * @param open sum of what is open
 * @param expected sum of what the work is expected to bring
 * @param soon how many run out of time within two weeks
 */
public record WorklistView(
        String asOf,
        String open,
        String openCount,
        String expected,
        String soon,
        Tone soonTone,
        List<Tab> tabs,
        List<Row> rows,
        List<Batch> batches,
        boolean mayWork) {

    /** Keeps its own copies of the lists. */
    public WorklistView {
        tabs = List.copyOf(tabs);
        rows = List.copyOf(rows);
        batches = List.copyOf(batches);
    }

    /** One denial. */
    public record Row(
            String number,
            String path,
            String name,
            String payer,
            String days,
            String reason,
            String remarks,
            String cause,
            Tone causeTone,
            String deadline,
            Tone deadlineTone,
            String appealBy,
            String owner,
            String amount,
            String perMinute,
            String chance) {}

    /**
     * Denials of one payer with one reason.
     *
     * @param value of each claim, for the form
     * @param rulesPath where the rule behind them is changed
     * @param key of its form
     */
    public record Batch(
            String title,
            String amount,
            List<Choice> claims,
            String rulesPath,
            String rules,
            String key) {

        /** Keeps its own copy of the list. */
        public Batch {
            claims = List.copyOf(claims);
        }
    }
}
