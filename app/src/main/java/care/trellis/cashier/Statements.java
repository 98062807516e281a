package care.trellis.cashier;

import static care.trellis.base.Action.CASHIER_EDIT;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for statements and for agreements to pay in parts. */
@Service
public class Statements {

    /** A statement is due so many days after the last one. */
    public static final int EVERY_DAYS = 30;

    private final PaperRecords papers;
    private final PlanRecords plans;
    private final AccountReader accounts;
    private final Clients clients;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Statements(
            PaperRecords papers,
            PlanRecords plans,
            AccountReader accounts,
            Clients clients,
            Audit audit,
            Once once,
            Clock clock) {
        this.papers = papers;
        this.plans = plans;
        this.accounts = accounts;
        this.clients = clients;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** A client's statements, the newest first. */
    @Transactional(readOnly = true)
    public List<Statement> of(Permit permit, ClientId client) {
        permit.require(Cashier.resource(client), CASHIER_VIEW, CASHIER_TAKE, CASHIER_EDIT);
        return papers.of(client);
    }

    /** When each of these clients last got one; those who never did are left out. */
    @Transactional(readOnly = true)
    public Map<ClientId, LocalDate> latest(Permit permit, Collection<ClientId> of) {
        permit.require(CASHIER_VIEW);
        return papers.latest(of);
    }

    /**
     * Keeps a statement as it is given. The same key twice keeps it once.
     *
     * @param key made with the form; becomes its id
     * @param paper the PDF
     */
    @Transactional
    public StatementId give(Permit permit, UUID key, ClientId client, Money balance, byte[] paper) {
        permit.require(CASHIER_TAKE, Cashier.resource(client));
        var id = new StatementId(key);
        if (once.first(permit, key, "statement " + client + balance.cents())) {
            papers.insert(
                    client,
                    new Statement(
                            id, balance, clients.today(permit, client), permit.actor().name()),
                    paper,
                    clock.instant());
            audit.record(permit, "cashier.statement", key, client.value(), "GIVEN");
        }
        return id;
    }

    /** The paper as it was given. The reading is recorded. */
    @Transactional
    public byte[] paper(Permit permit, ClientId client, StatementId id) {
        permit.require(Cashier.resource(client), CASHIER_VIEW, CASHIER_TAKE, CASHIER_EDIT);
        audit.record(permit, "cashier.statement", id.value(), client.value());
        return papers.paper(client, id);
    }

    /** The payment plan that holds. */
    @Transactional(readOnly = true)
    public Optional<Agreement> plan(Permit permit, ClientId client) {
        permit.require(Cashier.resource(client), CASHIER_VIEW, CASHIER_TAKE, CASHIER_EDIT);
        return plans.open(client);
    }

    /**
     * Agrees that what is owed today is paid in parts.
     *
     * @param key made with the form; becomes its id
     */
    @Transactional
    public Change<UUID> agree(
            Permit permit,
            UUID key,
            ClientId client,
            int parts,
            Agreement.Every every,
            LocalDate first) {
        permit.require(CASHIER_EDIT, Cashier.resource(client));
        clients.hold(permit, client);
        var today = clients.today(permit, client);
        var balance = accounts.of(permit, client).balance();
        var stands = plans.open(client);
        if (stands.isPresent() && stands.get().id().equals(key)) {
            return new Change.Done<>(key);
        }
        var problems =
                new Problems()
                        .require(
                                balance.cents() >= parts,
                                "",
                                "NOTHING_OWED",
                                "Nothing is owed that could be paid in parts.")
                        .require(
                                stands.isEmpty(),
                                "",
                                "PLAN_HOLDS",
                                "A plan holds already: end it first.")
                        .require(
                                parts >= 2 && parts <= Agreement.MOST_PARTS,
                                "parts",
                                "PARTS_RANGE",
                                "Two to four parts: more than four are credit under Regulation Z.")
                        .require(
                                !first.isBefore(today) && first.isBefore(today.plusDays(62)),
                                "first",
                                "DAY_RANGE",
                                "The first part is due within two months from today.");
        if (!problems.none()) {
            return problems.refused();
        }
        if (once.first(permit, key, "plan " + client + parts + every + first)) {
            plans.insert(
                    client,
                    new Agreement(
                            key,
                            balance,
                            parts,
                            every,
                            first,
                            clock.instant(),
                            permit.actor().name()));
            audit.record(permit, "cashier.plan", key, client.value(), "AGREED");
        }
        return new Change.Done<>(key);
    }

    /** Ends the plan that holds; what is owed stays owed. */
    @Transactional
    public void endPlan(Permit permit, ClientId client) {
        permit.require(CASHIER_EDIT, Cashier.resource(client));
        plans.open(client)
                .ifPresent(plan -> {
                    plans.end(client, permit.actor().name(), clock.instant());
                    audit.record(permit, "cashier.plan", plan.id(), client.value(), "ENDED");
                });
    }
}
