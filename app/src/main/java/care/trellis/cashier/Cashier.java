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
import care.trellis.base.Resource;
import care.trellis.billing.NextPayers;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.receivables.Book;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door to clients' money: what they owe, what they paid, and what came back. */
@Service
public class Cashier {

    /** More than anybody hands over at once, in dollars; a slip of the pen beyond it. */
    private static final Money MOST = new Money(10_000_000);

    private static final int LONGEST_REFERENCE = 60;
    private static final int LISTED = 500;

    private final AccountRecords accounts;
    private final AccountReader reader;
    private final NextPayers nextPayers;
    private final PaymentRecords payments;
    private final Clients clients;
    private final Book book;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Cashier(
            AccountRecords accounts,
            AccountReader reader,
            NextPayers nextPayers,
            PaymentRecords payments,
            Clients clients,
            Book book,
            Audit audit,
            Once once,
            Clock clock) {
        this.accounts = accounts;
        this.reader = reader;
        this.nextPayers = nextPayers;
        this.payments = payments;
        this.clients = clients;
        this.book = book;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** A client whose balance is not nothing. */
    public record Owing(ClientId client, String name, Money balance) {

        /** Names nobody. */
        @Override
        public String toString() {
            return "Owing[" + client.value() + "]";
        }
    }

    /** A client's account as it stands. The reading is recorded. */
    @Transactional
    public Account account(Permit permit, ClientId client) {
        permit.require(resource(client), CASHIER_VIEW, CASHIER_TAKE, CASHIER_EDIT);
        audit.record(permit, "cashier.account", client.value(), client.value());
        return reader.of(permit, client);
    }

    /** Who owes or is owed something at one's sites, who owes most first; at most 500. */
    @Transactional
    public List<Owing> owing(Permit permit) {
        permit.require(CASHIER_VIEW);
        var elsewhere = new HashMap<ClientId, Money>();
        for (var one : nextPayers.unasked(permit)) {
            elsewhere.merge(one.client(), one.remaining(), Money::plus);
        }
        var found =
                accounts.owing(permit.actor().sites(), LISTED).stream()
                        .map(one ->
                                new Owing(
                                        one.client(),
                                        one.name(),
                                        one.balance()
                                                .minus(
                                                        elsewhere.getOrDefault(
                                                                one.client(), Money.ZERO))))
                        .filter(one -> one.balance().cents() != 0)
                        .sorted(Comparator.comparing(Owing::balance).reversed())
                        .toList();
        audit.recordMany(permit, "cashier.account", null, found.size());
        return found;
    }

    /** A client's payments, the newest first. */
    @Transactional(readOnly = true)
    public List<Payment> payments(Permit permit, ClientId client) {
        permit.require(resource(client), CASHIER_VIEW, CASHIER_TAKE, CASHIER_EDIT);
        return payments.of(client);
    }

    /**
     * Takes a payment. The same key twice takes one; a card provider's reference takes one too.
     *
     * @param key made with the form; becomes the payment's id
     * @param reference number of the check; what the provider calls a card payment
     */
    @Transactional
    public Change<PaymentId> take(
            Permit permit,
            UUID key,
            ClientId client,
            Money amount,
            Payment.Method method,
            String reference,
            LocalDate receivedOn) {
        permit.require(CASHIER_TAKE, resource(client));
        var problems =
                new Problems()
                        .require(
                                amount.cents() > 0 && amount.compareTo(MOST) <= 0,
                                "amount",
                                "AMOUNT_RANGE",
                                "Enter what was paid, between a cent and $100,000.")
                        .require(
                                method == Payment.Method.CASH || !reference.isBlank(),
                                "reference",
                                "MISSING",
                                "Enter the number of the check.")
                        .require(
                                method == Payment.Method.CARD
                                        || !reference
                                                .replaceAll("[^0-9]", "")
                                                .matches("[3-6][0-9]{12,18}"),
                                "reference",
                                "CARD_NUMBER",
                                "This looks like the number of a card: it must not be kept here.")
                        .require(
                                !receivedOn.isAfter(clients.today(permit, client)),
                                "receivedOn",
                                "AHEAD",
                                "Money of a day ahead has not come yet.")
                        .atMost(reference, LONGEST_REFERENCE, "reference", "the reference");
        if (!problems.none()) {
            return problems.refused();
        }
        clients.hold(permit, client);
        var id = new PaymentId(key);
        var content = "pay " + client + amount.cents() + method + reference + receivedOn;
        if (once.first(permit, key, content)) {
            enter(permit, id, client, amount, method, reference, receivedOn);
        }
        return new Change.Done<>(id);
    }

    /** Takes what a card provider says was paid; its session is settled once by its own state. */
    void takeCard(
            Permit permit, CardSessionId session, ClientId client, Money amount, String reference) {
        enter(
                permit,
                new PaymentId(session.value()),
                client,
                amount,
                Payment.Method.CARD,
                reference,
                clients.today(permit, client));
    }

    private void enter(
            Permit permit,
            PaymentId id,
            ClientId client,
            Money amount,
            Payment.Method method,
            String reference,
            LocalDate receivedOn) {
        payments.insert(
                id,
                client,
                payments.nextNumber(),
                amount,
                method,
                reference,
                receivedOn,
                permit.actor(),
                clock.instant());
        book.enter(accounts.moves("PAID", id.value()));
        audit.record(permit, "cashier.payment", id.value(), client.value(), "TAKEN " + method);
    }

    /** One payment, for its receipt. The reading is recorded. */
    @Transactional
    public Payment payment(Permit permit, ClientId client, PaymentId id) {
        permit.require(resource(client), CASHIER_VIEW, CASHIER_TAKE, CASHIER_EDIT);
        audit.record(permit, "cashier.payment", id.value(), client.value());
        return payments.find(client, id).orElseThrow(NotFound::new);
    }

    /**
     * A payment did not hold: it is owed again. Doing it twice does it once.
     *
     * @throws NotFound when the client has no such payment
     */
    @Transactional
    public void reverse(Permit permit, ClientId client, PaymentId id, Payment.Reversal why) {
        permit.require(CASHIER_EDIT, resource(client));
        payments.find(client, id).orElseThrow(NotFound::new);
        clients.hold(permit, client);
        if (payments.reverse(id, why, permit.actor().name(), clock.instant())) {
            book.enter(accounts.moves("PAYMENT_REVERSED", id.value()));
            audit.record(permit, "cashier.payment", id.value(), client.value(), "REVERSED " + why);
        }
    }

    static Resource resource(ClientId client) {
        return new Resource(Resource.Kind.CLIENT, client.value());
    }
}
