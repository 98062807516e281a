package care.trellis.cashier;

import static care.trellis.base.Action.CASHIER_TAKE;
import static care.trellis.base.Action.CASHIER_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.Money;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for payments by card: begun here, paid at the provider's page, taken once. */
@Service
public class CardPayments {

    private final CardRecords records;
    private final CardProvider provider;
    private final Cashier cashier;
    private final Clients clients;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    CardPayments(
            CardRecords records,
            CardProvider provider,
            Cashier cashier,
            Clients clients,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.provider = provider;
        this.cashier = cashier;
        this.clients = clients;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** Whether a provider is set up. */
    public boolean available(Permit permit) {
        permit.require(CASHIER_VIEW, CASHIER_TAKE);
        return provider.available();
    }

    /**
     * Begins a payment.
     *
     * @param key made with the form; becomes the session's id, and the payment's once it is paid
     * @param returnPath where the browser comes back to; the session's id is added to it
     * @return the address of the provider's page
     */
    @Transactional
    public Change<String> begin(
            Permit permit, UUID key, ClientId client, Money amount, String returnPath) {
        permit.require(CASHIER_TAKE, Cashier.resource(client));
        var problems =
                new Problems()
                        .require(
                                provider.available(),
                                "",
                                "NO_PROVIDER",
                                "No provider of card payments is set up.")
                        .require(
                                amount.cents() > 0,
                                "amount",
                                "AMOUNT_RANGE",
                                "Enter what is paid.");
        if (!problems.none()) {
            return problems.refused();
        }
        clients.hold(permit, client);
        var id = new CardSessionId(key);
        var page = provider.open(id, amount, returnPath + id.value());
        if (once.first(permit, key, "card " + client + amount.cents())) {
            records.insert(
                    id, client, amount, page.reference(), permit.actor().name(), clock.instant());
            audit.record(permit, "cashier.card_session", key, client.value(), "BEGUN");
        }
        return new Change.Done<>(page.address());
    }

    /**
     * Settles what was begun and not heard of again: the payer may have closed the page after
     * paying.
     *
     * @return how many payments were open
     */
    @Transactional
    public int settleOpen(Permit permit) {
        permit.require(CASHIER_TAKE);
        if (!provider.available()) {
            return 0;
        }
        var open = records.open();
        open.forEach(one -> settle(permit, one.client(), one.id()));
        return open.size();
    }

    /**
     * Asks the provider what came of it, and takes the payment where it was paid. Asking twice
     * takes it once.
     *
     * @throws NotFound when the client has no such session
     */
    @Transactional
    public CardProvider.Standing settle(Permit permit, ClientId client, CardSessionId id) {
        permit.require(CASHIER_TAKE, Cashier.resource(client));
        clients.hold(permit, client);
        var begun = records.find(client, id).orElseThrow(NotFound::new);
        if (begun.state() != CardProvider.Standing.OPEN) {
            return begun.state();
        }
        var standing = provider.standing(begun.reference());
        if (standing == CardProvider.Standing.OPEN) {
            return standing;
        }
        records.settle(id, standing, clock.instant());
        if (standing == CardProvider.Standing.PAID) {
            cashier.takeCard(permit, id, client, begun.amount(), begun.reference());
        }
        audit.record(permit, "cashier.card_session", id.value(), client.value(), standing.name());
        return standing;
    }
}
