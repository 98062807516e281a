package care.trellis.cashier.web;

import care.trellis.web.Tone;
import java.util.List;

/** What clients owe, in finished text. */
public record CashierView(
        String owed,
        String credit,
        String due,
        List<Row> rows,
        List<Asked> asked,
        List<Doubt> doubts,
        boolean mayAnswer,
        boolean maySet,
        boolean noPolicy,
        String problem) {

    /** Copies the lists. */
    public CashierView {
        rows = List.copyOf(rows);
        asked = List.copyOf(asked);
        doubts = List.copyOf(doubts);
    }

    /** One client. */
    public record Row(
            String name, String path, String balance, String statement, String word, Tone tone) {}

    /** One payment by card that somebody has to look up at the provider. */
    public record Doubt(String name, String path, String amount, String when, String why) {}

    /** One wish that waits for a second person. */
    public record Asked(
            String name,
            String path,
            String answer,
            String what,
            String reason,
            String by,
            boolean mine) {}
}
