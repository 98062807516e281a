package care.trellis.ledger;

import care.trellis.base.Permit;
import care.trellis.web.Inbox;
import care.trellis.web.Waiting;
import java.util.List;
import org.springframework.stereotype.Component;

/** Days that cannot be billed yet, at the home page of whoever can mend them. */
@Component
class LedgerInbox implements Inbox {

    private final Ledger ledger;

    LedgerInbox(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public List<Waiting> waiting(Permit permit) {
        return permit.actor().roles().stream()
                .flatMap(role -> ledger.openItems(permit, role).stream())
                .map(LedgerInbox::waiting)
                .toList();
    }

    private static Waiting waiting(OpenItem item) {
        return new Waiting(
                Waiting.Urgency.MONEY,
                item.date(),
                item.name(),
                sentence(item.fix()),
                item.owner().label(),
                item.amount(),
                "/ledger/" + item.client().value() + "/" + item.date());
    }

    private static String sentence(String words) {
        return words.isEmpty()
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
