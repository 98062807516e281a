package care.trellis.cashier;

import static care.trellis.base.Action.BENEFIT_EDIT;
import static care.trellis.base.Action.BENEFIT_VIEW;
import static care.trellis.base.Action.CASHIER_EDIT;
import static care.trellis.base.Action.CASHIER_TAKE;
import static care.trellis.base.Action.CASHIER_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.clients.CoverageId;
import care.trellis.clients.Coverages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for cost sharing that nobody may ask of a client. What was asked of them for these days
 * is taken off at once, and what they paid becomes a credit to refund.
 */
@Service
public class Exemptions {

    private final ExemptionRecords records;
    private final Shares shares;
    private final Coverages coverages;
    private final Clients clients;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Exemptions(
            ExemptionRecords records,
            Shares shares,
            Coverages coverages,
            Clients clients,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.shares = shares;
        this.coverages = coverages;
        this.clients = clients;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** Every exemption of a client, the newest first. */
    @Transactional(readOnly = true)
    public List<Exemption> of(Permit permit, ClientId client) {
        permit.require(
                Cashier.resource(client),
                CASHIER_VIEW,
                CASHIER_TAKE,
                CASHIER_EDIT,
                BENEFIT_VIEW,
                BENEFIT_EDIT);
        return records.of(client);
    }

    /**
     * The last day of which Medicare said so itself (remarks N781 to N783 of its answer) and on
     * which nothing is on record here.
     */
    @Transactional(readOnly = true)
    public Optional<LocalDate> said(Permit permit, ClientId client) {
        permit.require(Cashier.resource(client), CASHIER_VIEW, CASHIER_TAKE, CASHIER_EDIT);
        return records.said(client);
    }

    /**
     * Writes it down and takes off what was asked. The same key twice writes it once.
     *
     * @param key made with the form; becomes its id
     * @param coverage the Medicare coverage; null where none was chosen
     * @param from its first day; null where none was entered
     * @param to the last day; null until it is lifted
     */
    @Transactional
    public Change<ExemptionId> add(
            Permit permit,
            UUID key,
            ClientId client,
            @Nullable CoverageId coverage,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Exemption.Source source) {
        permit.require(CASHIER_EDIT, Cashier.resource(client));
        var problems =
                new Problems()
                        .require(
                                coverages.of(permit, client).stream()
                                        .anyMatch(one -> one.id().equals(coverage)),
                                "coverage",
                                "MISSING",
                                "Choose the Medicare coverage.")
                        .require(from != null, "from", "MISSING", "Enter the first day.")
                        .require(
                                from == null || to == null || !to.isBefore(from),
                                "to",
                                "ENDS_BEFORE_START",
                                "The last day cannot lie before the first.");
        if (!problems.none() || coverage == null || from == null) {
            return problems.refused();
        }
        clients.hold(permit, client);
        var id = new ExemptionId(key);
        if (once.first(permit, key, "exemption " + client + coverage + from + to + source)) {
            records.insert(
                    client,
                    new Exemption(
                            id,
                            coverage,
                            from,
                            to,
                            source,
                            clock.instant(),
                            permit.actor().name(),
                            false));
            audit.record(permit, "cashier.exemption", key, client.value(), "RECORDED");
            shares.ease(permit, client);
        }
        return new Change.Done<>(id);
    }

    /**
     * Takes it back: from now on it holds for no day, and what payers left is asked again.
     *
     * @throws NotFound when the client has no such exemption in force
     */
    @Transactional
    public void lift(Permit permit, ClientId client, ExemptionId exemption) {
        permit.require(CASHIER_EDIT, Cashier.resource(client));
        clients.hold(permit, client);
        if (!records.lift(client, exemption, permit.actor().name(), clock.instant())) {
            throw new NotFound();
        }
        audit.record(permit, "cashier.exemption", exemption.value(), client.value(), "LIFTED");
        shares.ease(permit, client);
    }
}
