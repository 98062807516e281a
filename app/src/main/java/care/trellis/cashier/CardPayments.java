package care.trellis.cashier;

import static care.trellis.base.Action.CASHIER_EDIT;
import static care.trellis.base.Action.CASHIER_TAKE;
import static care.trellis.base.Action.CASHIER_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.Money;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.base.Text;
import care.trellis.cashier.CardProvider.Opening;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The door for payments by card: begun here, paid at the provider's page, taken once. */
@Service
public class CardPayments {

    /** How long a payment is asked for: a provider's page expires within a day. */
    private static final Duration ASKED_FOR = Duration.ofDays(7);

    private final CardRecords records;
    private final CardProviders providers;
    private final Cashier cashier;
    private final Clients clients;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    CardPayments(
            CardRecords records,
            CardProviders providers,
            Cashier cashier,
            Clients clients,
            TransactionTemplate transaction,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.providers = providers;
        this.cashier = cashier;
        this.clients = clients;
        this.transaction = transaction;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** Whether a provider is set up. */
    public boolean available(Permit permit) {
        permit.require(CASHIER_VIEW, CASHIER_TAKE, CASHIER_EDIT);
        return providers.now().available();
    }

    /**
     * Begins a payment. The provider is asked outside of a transaction; nobody can pay on its page
     * before the session is on record, for nobody knows its address yet.
     *
     * @param key made with the form; becomes the session's id, and the payment's once it is paid
     * @param returnAddress where the browser comes back to; the session's id is added to it
     * @return the address of the provider's page
     */
    public Change<String> begin(
            Permit permit, UUID key, ClientId client, Money amount, String returnAddress) {
        permit.require(CASHIER_TAKE, Cashier.resource(client));
        var provider = providers.now();
        var problems =
                new Problems()
                        .require(
                                provider.available(),
                                "",
                                "NO_PROVIDER",
                                "No provider of card payments is set up.")
                        .require(
                                amount.cents() > 0,
                                "cardAmount",
                                "AMOUNT_RANGE",
                                "Enter what is paid.");
        if (!problems.none()) {
            return problems.refused();
        }
        var id = new CardSessionId(key);
        return switch (provider.open(id, amount, returnAddress + id.value())) {
            case Opening.Failed(var why) -> Change.refused("", "PROVIDER", why);
            case Opening.Opened(var reference, var address) ->
                    within(() -> keep(permit, id, client, amount, reference))
                            ? new Change.Done<>(address)
                            : Change.refused(
                                    "", "BEGUN", "This payment was begun before: begin a new one.");
        };
    }

    /** False where the form's earlier page is another one, or its payment is settled. */
    private boolean keep(
            Permit permit, CardSessionId id, ClientId client, Money amount, String reference) {
        clients.hold(permit, client);
        if (once.first(permit, id.value(), "card " + client + amount.cents())) {
            records.insert(id, client, amount, reference, permit.actor().name(), clock.instant());
            audit.record(permit, "cashier.card_session", id.value(), client.value(), "BEGUN");
            return true;
        }
        return records.find(client, id)
                .filter(one -> one.reference().equals(reference))
                .filter(one -> one.state() == CardProvider.Standing.OPEN)
                .isPresent();
    }

    /**
     * Settles what was begun and not heard of again: the payer may have closed the page after
     * paying.
     *
     * @return how many payments were open
     */
    public int settleOpen(Permit permit) {
        permit.require(CASHIER_TAKE);
        if (!providers.settling().available()) {
            return 0;
        }
        var open = within(() -> records.open(clock.instant().minus(ASKED_FOR)));
        open.forEach(one -> settle(permit, one.client(), one.id()));
        return open.size();
    }

    /**
     * Asks the provider what came of it, and takes the payment where it was paid. Asking twice, or
     * two at once, takes it once.
     *
     * @throws NotFound when the client has no such session
     */
    public CardProvider.Standing settle(Permit permit, ClientId client, CardSessionId id) {
        permit.require(CASHIER_TAKE, Cashier.resource(client));
        var begun = within(() -> records.find(client, id)).orElseThrow(NotFound::new);
        if (begun.state() != CardProvider.Standing.OPEN) {
            return begun.state();
        }
        var standing = providers.settling().standing(begun.reference(), begun.amount());
        if (standing.settled()) {
            transaction.executeWithoutResult(status -> settle(permit, client, id, begun, standing));
        } else if (standing.doubtful() || begun.doubt() != null) {
            var doubt = standing.doubtful() ? standing : null;
            transaction.executeWithoutResult(status -> records.doubt(id, doubt, clock.instant()));
        }
        return standing;
    }

    /** This client's payments that a person has to look up at the provider, the oldest first. */
    @Transactional(readOnly = true)
    public List<CardDoubt> doubtful(Permit permit, ClientId client) {
        permit.require(Cashier.resource(client), CASHIER_VIEW, CASHIER_TAKE, CASHIER_EDIT);
        return records.doubtful(client, List.of(), clock.instant().minus(ASKED_FOR));
    }

    /** The same of every client at one's sites. */
    @Transactional(readOnly = true)
    public List<CardDoubt> doubtful(Permit permit) {
        permit.require(CASHIER_VIEW, CASHIER_TAKE, CASHIER_EDIT);
        return doubtful(permit.actor().sites());
    }

    /** The same of every client at these sites; none means every site. */
    List<CardDoubt> doubtful(Collection<UUID> sites) {
        return records.doubtful(null, sites, clock.instant().minus(ASKED_FOR));
    }

    /**
     * Says what a person found at the provider of a payment that was in doubt. Who was faster
     * stands.
     *
     * @param paid whether the whole amount was paid; it is taken then
     * @param note what was found there
     * @throws NotFound when nothing of this client is in doubt under that id
     */
    @Transactional
    public Change<CardSessionId> lookedUp(
            Permit permit, ClientId client, CardSessionId id, boolean paid, @Nullable String note) {
        permit.require(CASHIER_EDIT, Cashier.resource(client));
        var found = Text.clean(note);
        if (found == null) {
            return Change.refused("note", "MISSING", "Say what you found at the card provider.");
        }
        clients.hold(permit, client);
        var doubt =
                records.doubtful(client, List.of(), clock.instant().minus(ASKED_FOR)).stream()
                        .filter(one -> one.session().equals(id))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        var standing = paid ? CardProvider.Standing.PAID : CardProvider.Standing.DECLINED;
        if (records.settle(id, standing, clock.instant(), permit.actor().name(), found)) {
            if (paid) {
                cashier.takeCard(permit, id, client, doubt.amount(), doubt.reference());
            }
            audit.record(
                    permit,
                    "cashier.card_session",
                    id.value(),
                    client.value(),
                    standing.name() + " BY HAND");
        }
        return new Change.Done<>(id);
    }

    private void settle(
            Permit permit,
            ClientId client,
            CardSessionId id,
            CardRecords.Begun begun,
            CardProvider.Standing standing) {
        clients.hold(permit, client);
        if (!records.settle(id, standing, clock.instant())) {
            return;
        }
        if (standing == CardProvider.Standing.PAID) {
            cashier.takeCard(permit, id, client, begun.amount(), begun.reference());
        }
        audit.record(permit, "cashier.card_session", id.value(), client.value(), standing.name());
    }

    private <T> T within(Supplier<T> read) {
        return Objects.requireNonNull(transaction.execute(status -> read.get()));
    }
}
