package care.trellis.cashier;

import static care.trellis.base.Action.CASHIER_EDIT;

import care.trellis.access.Access;
import care.trellis.audit.Audit;
import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.billing.LineMatched;
import care.trellis.billing.RemittancePosted;
import care.trellis.cashier.ExemptionRecords.Left;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.organizations.HomeTime;
import care.trellis.receivables.Book;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The door for what payers leave to clients who have a fee by income or may not be asked at all
 * ({@link Exemption}). With a fee: of a day nobody pays more after a payer than without one, where
 * the rules and the payers' contracts allow it. It is how the Health Center Program Compliance
 * Manual, chapter 9, reads section 330(k)(3)(G) of the Public Health Service Act: whose income is
 * within the classes and who has a payer is asked for no more than the class pays without one,
 * subject to what law and contracts forbid; above the classes nothing is taken off.
 */
@Service
public class Shares {

    private static final int RECONSIDERS_DAYS = 180;

    /** Percent of the rate that incomes above every class pay: they get nothing off. */
    private static final int WHOLE = 100;

    private final EaseRecords records;
    private final FeeRecords fees;
    private final ExemptionRecords exemptions;
    private final PolicyRecords policies;
    private final AccountReader reader;
    private final AccountRecords accounts;
    private final Clients clients;
    private final HomeTime home;
    private final Book book;
    private final Audit audit;
    private final Clock clock;

    Shares(
            EaseRecords records,
            FeeRecords fees,
            ExemptionRecords exemptions,
            PolicyRecords policies,
            AccountReader reader,
            AccountRecords accounts,
            Clients clients,
            HomeTime home,
            Book book,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.fees = fees;
        this.exemptions = exemptions;
        this.policies = policies;
        this.reader = reader;
        this.accounts = accounts;
        this.clients = clients;
        this.home = home;
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Follows a payment before its transaction ends, when all of it is posted: what may not be
     * asked is never seen as owed.
     */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    public void on(RemittancePosted posted) {
        for (var client : records.answered(posted.remittance(), reconsidered())) {
            ease(own(), client);
        }
    }

    /** The same for a line that a person gave to a claim, or took back. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    public void on(LineMatched matched) {
        ease(own(), records.matched(matched.match()));
    }

    private static Permit own() {
        return Access.system(OrganizationContext.current(), CASHIER_EDIT, Permit.Purpose.PAYMENT);
    }

    private LocalDate reconsidered() {
        return home.today().minusDays(RECONSIDERS_DAYS);
    }

    /**
     * Takes off what is due by what payers have said until now, and takes back what is not due any
     * more. Running twice changes nothing. It is the net below what follows each payment, and finds
     * what rules and contracts changed since.
     *
     * @return how many days were changed
     */
    @Transactional
    public int ease(Permit permit) {
        permit.require(CASHIER_EDIT);
        int changed = 0;
        for (var client : records.clients(reconsidered())) {
            changed += ease(permit, client);
        }
        return changed;
    }

    /**
     * The same for one client. A day may fall under both: an exemption takes off what the payer
     * left, a fee what is beyond its class; the larger of the two satisfies both.
     */
    int ease(Permit permit, ClientId client) {
        clients.hold(permit, client);
        var determinations = fees.of(client);
        var eases = records.of(client);
        var allowed = records.allowed(client);
        var exempted = exemptions.left(client);
        var account = reader.of(permit, client);
        var givenUp = lastGivenUp(account);
        int changed = 0;
        for (var day : account.days()) {
            var exemption = exempted.get(day.date());
            if (!(day.date().isAfter(givenUp) || since(exemption).isAfter(givenUp))) {
                continue;
            }
            var ease = eases.get(day.date());
            var eased = ease == null ? Money.ZERO : ease.amount();
            var share = day.share().plus(eased);
            var due = due(share, exemption);
            var cause = exemption == null ? null : exemption.exemption();
            boolean exempt = due.cents() > 0;
            var fee = allowed.contains(day.date()) ? fee(determinations, day.date()) : null;
            var byFee = due(day.date(), share, fee);
            if (fee != null && byFee.cents() > due.cents()) {
                due = byFee;
                cause = fee.id();
                exempt = false;
            }
            if (due.equals(eased) && (ease == null || ease.exempt() == exempt)) {
                continue;
            }
            changed++;
            if (ease != null) {
                records.takeBack(ease.id(), clock.instant());
                enter(permit, client, "SHARE_EASE_TAKEN_BACK", ease.id());
            }
            if (cause != null && due.cents() > 0) {
                var id = records.insert(client, day.date(), due, cause, exempt, clock.instant());
                enter(permit, client, "SHARE_EASED", id);
            }
        }
        return changed;
    }

    /** What may not be asked of a share: no more than the payer left in that way. */
    private static Money due(Money share, @Nullable Left exemption) {
        return exemption == null
                ? Money.ZERO
                : new Money(Math.max(0, Math.min(share.cents(), exemption.left().cents())));
    }

    private static @Nullable Determination fee(List<Determination> determinations, LocalDate day) {
        return determinations.stream().filter(one -> one.holds(day)).findFirst().orElse(null);
    }

    /** On which day the payer first said what may not be asked. */
    private LocalDate since(@Nullable Left exemption) {
        return exemption == null ? LocalDate.MIN : home.day(exemption.since());
    }

    /**
     * What was given up may hold a share that a fee would lower too: taken off twice, it would be
     * money that nobody paid. Days up to then stay as they are, unless the payer answered later.
     */
    private static LocalDate lastGivenUp(Account account) {
        return account.moves().stream()
                .filter(move -> move.kind() == Entry.Kind.FORGIVEN)
                .map(Entry::day)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    private Money due(LocalDate day, Money share, @Nullable Determination fee) {
        var policy = policies.on(day).filter(Policy::shares);
        if (fee == null || fee.pays() >= WHOLE || policy.isEmpty()) {
            return Money.ZERO;
        }
        long beyond = share.cents() - policy.get().dayAt(fee.pays()).cents();
        return new Money(Math.max(0, beyond));
    }

    private void enter(Permit permit, ClientId client, String event, UUID id) {
        book.enter(accounts.moves(event, id));
        audit.record(permit, "cashier.ease", id, client.value(), event);
    }
}
