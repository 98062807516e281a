package care.trellis.chain;

import care.trellis.web.Choice;
import care.trellis.web.Tone;
import java.util.List;

/**
 * The week of everybody, as finished text.
 *
 * @param date the Monday, for the filter form
 * @param deciding whether a change of this moment is still being decided for somebody
 */
public record LedgerView(
        String week,
        String date,
        String previousPath,
        String nextPath,
        String currentPath,
        List<Figure> figures,
        List<Choice> payers,
        boolean onlyAtRisk,
        List<Row> rows,
        List<Day> days,
        boolean deciding) {

    /** One sum of the week that opens the rows behind it. */
    public record Figure(
            String amount, String label, String days, String icon, Tone tone, String path) {}

    /**
     * One client's week.
     *
     * @param forecast what the week comes to, such as {@code will reach 9:00} or {@code 1:18
     *     short}; empty where the payer asks for nothing or the week has what it needs
     * @param makeUpPath finds what can make up for it; empty where nothing has to
     */
    public record Row(
            String name,
            String initials,
            String recordNumber,
            String payer,
            String path,
            String prescribed,
            String scheduled,
            String attended,
            String documented,
            String countable,
            String forecast,
            Tone forecastTone,
            String makeUpPath,
            List<Cell> days,
            String billable,
            String atRisk,
            String claimed,
            String paid,
            boolean current) {}

    /**
     * One day of the week, the head of a column.
     *
     * @param date as addresses have it
     */
    public record Day(String label, String date) {}

    /**
     * What a client's day came to; it opens its reasons where there was a session.
     *
     * @param letter empty where there is no session
     */
    public record Cell(String letter, String word, Tone tone) {}
}
