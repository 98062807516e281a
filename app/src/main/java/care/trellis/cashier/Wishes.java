package care.trellis.cashier;

import static care.trellis.base.Action.CASHIER_EDIT;
import static care.trellis.base.Action.CASHIER_TAKE;
import static care.trellis.base.Action.CASHIER_VIEW;
import static care.trellis.base.Action.WRITE_OFF_APPROVE;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.Money;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.receivables.Book;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for refunds and for what is given up. Above the policy's limit one person asks and
 * another one answers; a debt is given up only after the policy's steps.
 */
@Service
public class Wishes {

    private static final int LONGEST = 500;

    private final WishRecords records;
    private final AccountRecords accounts;
    private final AccountReader reader;
    private final PaperRecords papers;
    private final PlanRecords plans;
    private final PolicyRecords policies;
    private final Clients clients;
    private final Book book;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Wishes(
            WishRecords records,
            AccountRecords accounts,
            AccountReader reader,
            PaperRecords papers,
            PlanRecords plans,
            PolicyRecords policies,
            Clients clients,
            Book book,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.accounts = accounts;
        this.reader = reader;
        this.papers = papers;
        this.plans = plans;
        this.policies = policies;
        this.clients = clients;
        this.book = book;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** What was asked for one client, the newest first. */
    @Transactional(readOnly = true)
    public List<Wish> of(Permit permit, ClientId client) {
        permit.require(Cashier.resource(client), CASHIER_VIEW, CASHIER_TAKE, CASHIER_EDIT);
        return records.of(client, permit.actor().account());
    }

    /** What waits for a second person at one's sites, the oldest first. */
    @Transactional
    public List<Wish> waiting(Permit permit) {
        permit.require(CASHIER_VIEW, WRITE_OFF_APPROVE);
        var found = records.waiting(permit.actor().sites(), permit.actor().account());
        audit.recordMany(permit, "cashier.request", null, found.size());
        return found;
    }

    /**
     * Asks. Up to the policy's limit it is done at once; above it another person answers.
     *
     * @param key made with the form; becomes its id
     * @return refused when more is asked than there is, or a debt is not ready to be given up
     */
    @Transactional
    public Change<RequestId> ask(
            Permit permit, UUID key, ClientId client, Wish.Kind kind, Money amount, String reason) {
        permit.require(CASHIER_EDIT, Cashier.resource(client));
        clients.hold(permit, client);
        var id = new RequestId(key);
        var content = "wish " + client + kind + amount.cents() + reason;
        if (records.of(client, permit.actor().account()).stream()
                .anyMatch(one -> one.id().equals(id))) {
            once.first(permit, key, content);
            return new Change.Done<>(id);
        }
        var problems = problems(permit, client, kind, amount);
        problems.text(reason, LONGEST, "reason", "the reason");
        if (!problems.none()) {
            return problems.refused();
        }
        var limit =
                policies.on(clients.today(permit, client))
                        .map(Policy::secondAbove)
                        .orElse(Money.ZERO);
        boolean second = amount.compareTo(limit) > 0;
        if (once.first(permit, key, content)) {
            var now = clock.instant();
            records.insert(id, client, kind, amount, reason.strip(), second, permit.actor(), now);
            audit.record(permit, "cashier.request", key, client.value(), "ASKED " + kind);
            if (!second) {
                settle(permit, id, client, kind, true);
            }
        }
        return new Change.Done<>(id);
    }

    private Problems problems(Permit permit, ClientId client, Wish.Kind kind, Money amount) {
        var account = reader.of(permit, client);
        boolean waits =
                records.of(client, permit.actor().account()).stream()
                        .anyMatch(one -> one.approved() == null);
        var most = kind == Wish.Kind.REFUND ? account.credit() : account.balance();
        var problems =
                new Problems()
                        .require(
                                !waits,
                                "",
                                "WAITS",
                                "Something waits for a second person already: that comes first.")
                        .require(
                                amount.cents() > 0 && amount.compareTo(most) <= 0,
                                "amount",
                                "AMOUNT_RANGE",
                                kind == Wish.Kind.REFUND
                                        ? "No more can go back than the credit of "
                                                + most.text()
                                                + "."
                                        : "No more can be given up than is owed, "
                                                + most.text()
                                                + ".");
        if (kind == Wish.Kind.BAD_DEBT) {
            badDebt(permit, client, account, problems);
        }
        return problems;
    }

    /** The policy's steps, each named where it was not taken. */
    private void badDebt(Permit permit, ClientId client, Account account, Problems problems) {
        var today = clients.today(permit, client);
        var policy = policies.on(today).orElseGet(() -> Policy.usual(today));
        int sent = papers.of(client).size();
        var oldest = account.open().stream().findFirst().map(Account.Day::date).orElse(today);
        problems.require(
                        sent >= policy.statementsBefore(),
                        "kind",
                        "STATEMENTS_FIRST",
                        "The policy asks for %d statements first; %d went out."
                                .formatted(policy.statementsBefore(), sent))
                .require(
                        !oldest.isAfter(today.minusDays(policy.daysBefore())),
                        "kind",
                        "TOO_SOON",
                        "The policy waits %d days from the oldest open day."
                                .formatted(policy.daysBefore()))
                .require(
                        plans.open(client).isEmpty(),
                        "kind",
                        "PLAN_HOLDS",
                        "A payment plan holds: end it first.");
    }

    /**
     * Answers what another person asked.
     *
     * @return refused for one's own, or when there is less than was asked for
     * @throws NotFound when nothing of that id waits at one's sites
     */
    @Transactional
    public Change<RequestId> answer(Permit permit, RequestId id, boolean approved) {
        permit.require(WRITE_OFF_APPROVE);
        var asked =
                records.waiting(permit.actor().sites(), permit.actor().account()).stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        if (asked.mine()) {
            return Change.refused(
                    "", "OWN", "You asked for it yourself: another person must answer.");
        }
        clients.hold(permit, asked.client());
        if (approved) {
            var account = reader.of(permit, asked.client());
            var most = asked.kind() == Wish.Kind.REFUND ? account.credit() : account.balance();
            if (asked.amount().compareTo(most) > 0) {
                return Change.refused(
                        "",
                        "LESS_THERE",
                        "There is less than was asked for now, " + most.text() + ": refuse it.");
            }
        }
        settle(permit, id, asked.client(), asked.kind(), approved);
        return new Change.Done<>(id);
    }

    private void settle(
            Permit permit, RequestId id, ClientId client, Wish.Kind kind, boolean approved) {
        if (records.answer(id, approved, permit.actor().account(), clock.instant())) {
            if (approved) {
                book.enter(
                        accounts.moves(
                                kind == Wish.Kind.REFUND ? "REFUNDED" : kind.name(), id.value()));
            }
            audit.record(
                    permit,
                    "cashier.request",
                    id.value(),
                    client.value(),
                    (approved ? "APPROVED " : "REFUSED ") + kind);
        }
    }
}
