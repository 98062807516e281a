package care.trellis.cashier;

import static care.trellis.base.Action.BENEFIT_EDIT;
import static care.trellis.base.Action.BENEFIT_VIEW;
import static care.trellis.base.Action.CASHIER_EDIT;
import static care.trellis.base.Action.CASHIER_POLICY;
import static care.trellis.base.Action.CASHIER_TAKE;
import static care.trellis.base.Action.CASHIER_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.Money;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.organizations.HomeTime;
import care.trellis.receivables.Book;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for prices: the policy that holds for everybody, fees by income that follow from it, and
 * the days that clients pay themselves.
 */
@Service
public class Fees {

    private static final int LOOKS_BACK_DAYS = 45;
    private static final int RECONSIDERS_DAYS = 180;
    private static final int LONGEST = 2_000;

    private final PolicyRecords policies;
    private final FeeRecords records;
    private final AccountRecords accounts;
    private final Shares shares;
    private final Poverty poverty;
    private final Clients clients;
    private final HomeTime home;
    private final Book book;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Fees(
            PolicyRecords policies,
            FeeRecords records,
            AccountRecords accounts,
            Shares shares,
            Poverty poverty,
            Clients clients,
            HomeTime home,
            Book book,
            Audit audit,
            Once once,
            Clock clock) {
        this.policies = policies;
        this.records = records;
        this.accounts = accounts;
        this.shares = shares;
        this.poverty = poverty;
        this.clients = clients;
        this.home = home;
        this.book = book;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /**
     * Who lives on what, and how it was shown.
     *
     * @param income a year
     * @param words what was said and seen
     */
    public record Income(
            int household, Money income, String region, Determination.Proof proof, String words) {

        /** Income stays out of logs. */
        @Override
        public String toString() {
            return "Income[" + household + "]";
        }
    }

    /** The policy that holds today; nothing before there is one. */
    @Transactional(readOnly = true)
    public Optional<Policy> policy(Permit permit) {
        permit.require(
                CASHIER_VIEW,
                CASHIER_TAKE,
                CASHIER_EDIT,
                CASHIER_POLICY,
                BENEFIT_VIEW,
                BENEFIT_EDIT);
        return policies.on(home.today());
    }

    /** Puts a policy on record. It holds from its day on, for everybody. */
    @Transactional
    public Change<UUID> set(Permit permit, UUID key, Policy policy) {
        permit.require(CASHIER_POLICY);
        var problems = policy.problems();
        if (!problems.none()) {
            return problems.refused();
        }
        if (once.first(permit, key, "policy " + policy)) {
            policies.insert(key, policy, permit.actor().name(), clock.instant());
            audit.record(permit, "cashier.policy", key, null, "SET");
        }
        return new Change.Done<>(key);
    }

    /** A client's fees by income, the newest first. */
    @Transactional
    public List<Determination> of(Permit permit, ClientId client) {
        permit.require(Cashier.resource(client), CASHIER_VIEW, CASHIER_TAKE, CASHIER_EDIT);
        audit.record(permit, "cashier.determination", client.value(), client.value());
        return records.of(client);
    }

    /** What a program day costs this client without a payer; nothing before there is a policy. */
    @Transactional(readOnly = true)
    public Optional<Money> dayFor(Permit permit, ClientId client) {
        permit.require(
                Cashier.resource(client),
                CASHIER_VIEW,
                CASHIER_TAKE,
                CASHIER_EDIT,
                BENEFIT_VIEW,
                BENEFIT_EDIT);
        var today = clients.today(permit, client);
        return policies.on(today).map(policy -> Prices.of(policy, fee(client, today)));
    }

    /**
     * Sets the fee that follows from household and income. Days from its first day on that are
     * charged already are charged anew, and what payers left of them follows too. The same key
     * twice sets it once.
     *
     * @param key made with the form; becomes its id
     * @param from not more than 60 days back
     */
    @Transactional
    public Change<UUID> determine(
            Permit permit, UUID key, ClientId client, Income said, LocalDate from) {
        permit.require(CASHIER_EDIT, Cashier.resource(client));
        var today = clients.today(permit, client);
        var policy = policies.on(today);
        var policyId = policy.map(Policy::id).orElse(null);
        var problems =
                new Problems()
                        .require(
                                policyId != null,
                                "",
                                "NO_POLICY",
                                "The director sets the policy first, in the cashier's settings.")
                        .require(
                                said.household() >= 1 && said.household() <= 30,
                                "household",
                                "HOUSEHOLD_RANGE",
                                "Count everybody who lives on this income, the client too.")
                        .require(
                                said.income().cents() >= 0,
                                "income",
                                "AMOUNT_RANGE",
                                "An income is not less than nothing.")
                        .require(
                                poverty.regions().containsKey(said.region()),
                                "region",
                                "MISSING",
                                "Choose where the client lives.")
                        .require(
                                !from.isAfter(today) && !from.isBefore(today.minusDays(60)),
                                "from",
                                "DAY_RANGE",
                                "It holds from today, or from a day of the last 60.")
                        .text(said.words(), LONGEST, "words", "what was said and seen");
        if (!problems.none() || policyId == null) {
            return problems.refused();
        }
        clients.hold(permit, client);
        var guideline = poverty.on(today);
        int percent = guideline.percent(said.region(), said.household(), said.income());
        var fee =
                new Determination(
                        key,
                        said.household(),
                        said.income(),
                        said.region(),
                        said.proof(),
                        said.words().strip(),
                        guideline.year(),
                        percent,
                        policy.get().pays(percent),
                        from,
                        from.plusYears(1).minusDays(1),
                        clock.instant(),
                        permit.actor().name());
        if (once.first(
                permit,
                key,
                "fee "
                        + client
                        + said.household()
                        + said.income().cents()
                        + said.region()
                        + said.proof()
                        + said.words()
                        + from)) {
            records.insert(client, fee, policyId);
            audit.record(
                    permit, "cashier.determination", key, client.value(), "PAYS " + fee.pays());
            for (var day : records.charged(client, from)) {
                takeBack(permit, day);
                charge(permit, new FeeRecords.OwnDay(client, day.day()));
            }
            shares.ease(permit, client);
        }
        return new Change.Done<>(key);
    }

    /**
     * Charges the days up to yesterday on which somebody came whom no payer covers, and takes back
     * what is not founded any more. Running twice charges once.
     *
     * @return how many days were charged
     */
    @Transactional
    public int chargeDays(Permit permit) {
        permit.require(CASHIER_EDIT);
        var today = home.today();
        for (var day : records.unfounded(today.minusDays(RECONSIDERS_DAYS))) {
            clients.hold(permit, day.client());
            takeBack(permit, day);
        }
        int charged = 0;
        for (var day : records.uncharged(today.minusDays(LOOKS_BACK_DAYS), today.minusDays(1))) {
            clients.hold(permit, day.client());
            charged += charge(permit, day) ? 1 : 0;
        }
        return charged;
    }

    private void takeBack(Permit permit, FeeRecords.Charged day) {
        if (records.takeBack(day.id(), clock.instant())) {
            book.enter(accounts.moves("DAY_TAKEN_BACK", day.id()));
            audit.record(permit, "cashier.day", day.id(), day.client().value(), "TAKEN BACK");
        }
    }

    private boolean charge(Permit permit, FeeRecords.OwnDay day) {
        var policy = policies.on(day.day());
        if (policy.isEmpty()) {
            return false;
        }
        var fee = fee(day.client(), day.day());
        var price = Prices.of(policy.get(), fee);
        var id =
                records.charge(
                        day,
                        policy.get().dayRate(),
                        policy.get().dayRate().minus(price),
                        fee.map(Determination::id).orElse(null),
                        clock.instant());
        if (id == null) {
            return false;
        }
        book.enter(accounts.moves("DAY_CHARGED", id));
        audit.record(permit, "cashier.day", id, day.client().value(), "CHARGED");
        return true;
    }

    private Optional<Determination> fee(ClientId client, LocalDate day) {
        return records.of(client).stream().filter(one -> one.holds(day)).findFirst();
    }
}
