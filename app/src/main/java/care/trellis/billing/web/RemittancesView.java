package care.trellis.billing.web;

import java.util.List;

/**
 * The page of remittances as finished text.
 *
 * @param key of the next upload
 * @param problem what was wrong with the last upload; empty when nothing was
 * @param reasons the sentences behind it
 */
public record RemittancesView(
        String key,
        boolean mayPost,
        String problem,
        List<String> reasons,
        List<Row> rows,
        List<RemittanceView.Line> unmatched,
        String unmatchedTotal,
        String previous,
        String next) {

    /** One payment. */
    public record Row(
            String payer,
            String trace,
            String path,
            String paidOn,
            String claims,
            String paid,
            String unmatched) {}
}
