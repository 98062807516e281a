package care.trellis.payers;

import static care.trellis.base.Action.CLAIM_SUBMIT;
import static care.trellis.base.Action.CLAIM_VIEW;
import static care.trellis.base.Action.CONTRACT_EDIT;
import static care.trellis.base.Action.CONTRACT_VIEW;
import static care.trellis.base.Action.RULE_PROPOSE;
import static care.trellis.base.Action.RULE_PUBLISH;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.engine.rulebook.Rulebooks;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to payers: who pays, under which rules, and what we charge. */
@Service
public class Payers {

    private static final Rulebooks LIBRARY = Rulebooks.library();

    private final PayerRecords records;
    private final Audit audit;
    private final Once once;
    private final ApplicationEventPublisher events;

    Payers(PayerRecords records, Audit audit, Once once, ApplicationEventPublisher events) {
        this.records = records;
        this.audit = audit;
        this.once = once;
        this.events = events;
    }

    /** The rule sets of the library that a contract may name. */
    public static Set<String> ruleSets() {
        return LIBRARY.ids();
    }

    /** Every payer, by name. */
    @Transactional(readOnly = true)
    public List<Payer> all(Permit permit) {
        permit.require(CONTRACT_VIEW, CONTRACT_EDIT, RULE_PROPOSE, RULE_PUBLISH);
        return records.payers();
    }

    /**
     * One payer.
     *
     * @throws NotFound where this organization has no such payer
     */
    @Transactional(readOnly = true)
    public Payer one(Permit permit, PayerId id) {
        return all(permit).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * Adds a payer.
     *
     * @param key made with the form, so that a second press adds nothing; becomes the new id
     */
    @Transactional
    public Change<PayerId> add(Permit permit, UUID key, PayerDetails details) {
        permit.require(CONTRACT_EDIT);
        var id = new PayerId(key);
        var problems =
                details.problems()
                        .require(
                                nameFree(id, details),
                                "name",
                                "NAME_TAKEN",
                                "There is a payer of this name; add a contract to that one.");
        if (!problems.none()) {
            return problems.refused();
        }
        if (once.first(permit, key, "payer " + details)) {
            records.add(id, details);
            audit.record(permit, "payers.payer", key, null, "ADDED");
        }
        return new Change.Done<>(id);
    }

    /** Writes a payer's name and id anew. */
    @Transactional
    public Change<PayerId> change(Permit permit, PayerId id, PayerDetails details) {
        permit.require(CONTRACT_EDIT);
        one(permit, id);
        var problems =
                details.problems()
                        .require(
                                nameFree(id, details),
                                "name",
                                "NAME_TAKEN",
                                "There is a payer of this name.");
        if (!problems.none()) {
            return problems.refused();
        }
        records.change(id, details);
        audit.record(permit, "payers.payer", id.value(), null, "CHANGED");
        return new Change.Done<>(id);
    }

    /** Every contract with its fees, the latest first. */
    @Transactional(readOnly = true)
    public List<Contract> contracts(Permit permit) {
        permit.require(
                CONTRACT_VIEW, CONTRACT_EDIT, CLAIM_VIEW, CLAIM_SUBMIT, RULE_PROPOSE, RULE_PUBLISH);
        return records.contracts();
    }

    /**
     * One contract with its fees.
     *
     * @throws NotFound where this organization has no such contract
     */
    @Transactional(readOnly = true)
    public Contract contract(Permit permit, ContractId id) {
        return contracts(permit).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * Adds a contract with a payer.
     *
     * @param key made with the form, so that a second press adds nothing; becomes the new id
     */
    @Transactional
    public Change<ContractId> addContract(
            Permit permit, UUID key, PayerId payer, ContractDetails details) {
        permit.require(CONTRACT_EDIT);
        one(permit, payer);
        var id = new ContractId(key);
        var problems = problems(id, payer, details);
        if (!problems.none()) {
            return problems.refused();
        }
        if (once.first(permit, key, "contract " + payer + details)) {
            records.add(id, payer, details);
            audit.record(permit, "payers.contract", key, null, "ADDED");
        }
        return new Change.Done<>(id);
    }

    /** Writes a contract anew. Weeks judged under it become stale. */
    @Transactional
    public Change<ContractId> changeContract(
            Permit permit, ContractId id, ContractDetails details) {
        permit.require(CONTRACT_EDIT);
        var problems = problems(id, contract(permit, id).payer(), details);
        if (!problems.none()) {
            return problems.refused();
        }
        records.change(id, details);
        audit.record(permit, "payers.contract", id.value(), null, "CHANGED");
        events.publishEvent(new ContractChanged(id));
        return new Change.Done<>(id);
    }

    /**
     * Adds a charge for a service. Another charge for it needs another first day.
     *
     * @param key made with the form, so that a second press adds nothing; becomes the new id
     */
    @Transactional
    public Change<UUID> addFee(Permit permit, UUID key, ContractId contract, FeeDetails details) {
        permit.require(CONTRACT_EDIT);
        boolean taken =
                contract(permit, contract).fees().stream()
                        .anyMatch(it ->
                                !it.id().equals(key)
                                        && it.details().service().equals(details.service())
                                        && Objects.equals(
                                                it.details().effectiveFrom(),
                                                details.effectiveFrom()));
        var problems =
                details.problems()
                        .require(
                                !taken,
                                "service",
                                "FEE_ON_RECORD",
                                "This service has a charge from that day; remove that one first.");
        if (!problems.none()) {
            return problems.refused();
        }
        if (once.first(permit, key, "fee " + contract + details)) {
            records.add(key, contract, details);
            audit.record(permit, "payers.fee", key, null, "ADDED");
            events.publishEvent(new ContractChanged(contract));
        }
        return new Change.Done<>(key);
    }

    /**
     * Takes a charge out. Claims already made keep what they carried.
     *
     * @throws NotFound where the contract has no such charge
     */
    @Transactional
    public void removeFee(Permit permit, ContractId contract, UUID fee) {
        permit.require(CONTRACT_EDIT);
        if (!records.removeFee(contract, fee)) {
            throw new NotFound();
        }
        audit.record(permit, "payers.fee", fee, null, "REMOVED");
        events.publishEvent(new ContractChanged(contract));
    }

    private boolean nameFree(PayerId id, PayerDetails details) {
        return records.payers().stream()
                .noneMatch(it -> !it.id().equals(id) && it.details().name().equals(details.name()));
    }

    private Problems problems(ContractId id, PayerId payer, ContractDetails details) {
        boolean taken =
                records.contracts().stream()
                        .anyMatch(it ->
                                !it.id().equals(id)
                                        && it.payer().equals(payer)
                                        && it.details().name().equals(details.name())
                                        && Objects.equals(
                                                it.details().effectiveFrom(),
                                                details.effectiveFrom()));
        return details.problems(ruleSets())
                .require(
                        !taken,
                        "name",
                        "NAME_TAKEN",
                        "This payer has a contract of this name from that day.");
    }
}
