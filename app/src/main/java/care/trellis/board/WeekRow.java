package care.trellis.board;

import java.util.List;

/**
 * One client's week.
 *
 * @param elementId opaque, and the same on every screen
 * @param money dollars of this week that are billable so far, such as {@code $788}
 * @param atRisk dollars that are not safe yet, such as {@code $394}; empty for none
 */
public record WeekRow(
        String elementId,
        Client client,
        String track,
        String payer,
        List<DayCell> days,
        Hours hours,
        Authorized authorized,
        String money,
        String atRisk) {

    public WeekRow {
        days = List.copyOf(days);
    }
}
