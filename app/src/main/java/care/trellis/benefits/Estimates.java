package care.trellis.benefits;

import static care.trellis.base.Action.BENEFIT_EDIT;
import static care.trellis.base.Action.BENEFIT_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Money;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.cashier.Fees;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.clients.Coverage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for what care will cost a client, what it has cost, and the papers that say so. */
@Service
public class Estimates {

    /** A week of an intensive outpatient program, where nothing is planned yet. */
    private static final int USUAL_DAYS = 3;

    private final CostRecords records;
    private final ProvidingRecords providing;
    private final Clients clients;
    private final Fees fees;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Estimates(
            CostRecords records,
            ProvidingRecords providing,
            Clients clients,
            Fees fees,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.providing = providing;
        this.clients = clients;
        this.fees = fees;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** How many days of a week are planned for the client: this week or the next, or three. */
    @Transactional(readOnly = true)
    public int daysPerWeek(Permit permit, ClientId client) {
        permit.require(Benefits.resource(client), BENEFIT_VIEW, BENEFIT_EDIT);
        var today = clients.today(permit, client);
        int planned =
                Math.max(
                        records.planned(client, today),
                        records.planned(client, today.plusWeeks(1)));
        return planned == 0 ? USUAL_DAYS : Math.min(planned, 7);
    }

    /**
     * What we charge for a day under this coverage, or without one by the fee that follows from
     * income; nothing where nobody set it.
     */
    @Transactional(readOnly = true)
    public Optional<Money> charge(Permit permit, ClientId client, @Nullable Coverage coverage) {
        permit.require(Benefits.resource(client), BENEFIT_VIEW, BENEFIT_EDIT);
        if (coverage == null) {
            return fees.dayFor(permit, client).or(() -> records.average(client));
        }
        var today = clients.today(permit, client);
        return Optional.of(coverage)
                .flatMap(one -> one.terms().contract())
                .flatMap(contract -> records.charge(contract, today))
                .or(() -> records.average(client));
    }

    /** Who gives the client care, where and what for; nothing where their site has no program. */
    @Transactional(readOnly = true)
    public Optional<Providing> providing(Permit permit, ClientId client) {
        permit.require(Benefits.resource(client), BENEFIT_VIEW, BENEFIT_EDIT);
        return providing.of(client, clients.today(permit, client));
    }

    /** What the program has cost so far under the check that counts, from that day on. */
    @Transactional(readOnly = true)
    public List<RunningCost.Week> soFar(
            Permit permit,
            ClientId client,
            Findings findings,
            LocalDate checkedOn,
            LocalDate from,
            Money charge) {
        permit.require(Benefits.resource(client), BENEFIT_VIEW, BENEFIT_EDIT);
        return RunningCost.of(findings, checkedOn, records.attended(client, from), charge);
    }

    /**
     * Keeps an estimate as it is given to the client. The same key twice keeps it once.
     *
     * @param key made with the form; becomes the estimate's id
     * @param paper the PDF
     */
    @Transactional
    public EstimateId give(
            Permit permit,
            UUID key,
            ClientId client,
            Given.Kind kind,
            Estimate estimate,
            Money perDay,
            byte[] paper) {
        permit.require(BENEFIT_EDIT, Benefits.resource(client));
        var id = new EstimateId(key);
        if (once.first(
                permit,
                key,
                "estimate " + client + kind + estimate.course() + estimate.total() + perDay)) {
            records.insert(
                    id, client, kind, estimate, perDay, paper, permit.actor(), clock.instant());
            audit.record(permit, "benefits.estimate", key, client.value(), "GIVEN " + kind);
        }
        return id;
    }

    /** Every estimate that the client was given, the newest first. */
    @Transactional(readOnly = true)
    public List<Given> of(Permit permit, ClientId client) {
        permit.require(Benefits.resource(client), BENEFIT_VIEW, BENEFIT_EDIT);
        return records.given(client);
    }

    /** The paper as it was given. The reading is recorded. */
    @Transactional
    public byte[] paper(Permit permit, ClientId client, EstimateId id) {
        permit.require(Benefits.resource(client), BENEFIT_VIEW, BENEFIT_EDIT);
        audit.record(permit, "benefits.estimate", id.value(), client.value());
        return records.paper(client, id);
    }
}
