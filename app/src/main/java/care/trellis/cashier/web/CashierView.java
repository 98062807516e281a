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
        boolean mayAnswer,
        boolean maySet,
        boolean noPolicy,
        String problem) {

    /** Copies the lists. */
    public CashierView {
        rows = List.copyOf(rows);
        asked = List.copyOf(asked);
    }

    /** One client. */
    public record Row(
            String name, String path, String balance, String statement, String word, Tone tone) {}

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
