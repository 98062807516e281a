package care.trellis.measures;

import care.trellis.engine.instruments.AlertClass;
import care.trellis.engine.instruments.Instrument;
import care.trellis.engine.instruments.Item;

/** What brings staff to a client the same day: the alert classes A0, A1 and A2. */
final class Safety {

    private Safety() {}

    static boolean is(AlertClass alert) {
        return alert.compareTo(AlertClass.A2) <= 0;
    }

    /** Whether an answer to this item can raise one by itself. */
    static boolean asksFor(Item item) {
        var alert = item.alert();
        return alert != null && is(alert);
    }

    /** Whether one of its items can. */
    static boolean asksFor(Instrument instrument) {
        return instrument.items().stream().anyMatch(Safety::asksFor);
    }
}
