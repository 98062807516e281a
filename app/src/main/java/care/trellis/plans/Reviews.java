package care.trellis.plans;

import static care.trellis.base.Action.CONTRACT_EDIT;
import static care.trellis.base.Action.CONTRACT_VIEW;
import static care.trellis.base.Action.LEVEL_CHANGE;

import care.trellis.audit.Audit;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.episodes.Episode;
import care.trellis.episodes.EpisodeChanged;
import care.trellis.episodes.EpisodeId;
import care.trellis.organizations.ProgramId;
import care.trellis.payers.ContractId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * When plans are due. The first days and the review days come from the program and, where its payer
 * asks for more, from the contract: the sooner of both holds.
 */
@Service
public class Reviews {

    private final ReviewRecords records;
    private final Audit audit;

    Reviews(ReviewRecords records, Audit audit) {
        this.records = records;
        this.audit = audit;
    }

    /**
     * What one program asks, with or without a contract.
     *
     * @param contract null: for every payer
     */
    public record Rule(
            ProgramId program,
            String programName,
            @Nullable ContractId contract,
            String contractName,
            Cadence cadence) {}

    /** Every rule that differs from the default, by program. */
    @Transactional(readOnly = true)
    public List<Rule> rules(Permit permit) {
        permit.require(CONTRACT_VIEW, CONTRACT_EDIT);
        return records.rules();
    }

    /**
     * Sets what a program asks, for every payer or for one contract. Plans signed before keep their
     * day.
     */
    @Transactional
    public void rule(
            Permit permit, ProgramId program, @Nullable ContractId contract, Cadence cadence) {
        permit.require(CONTRACT_EDIT);
        if (!records.isProgram(program) || (contract != null && !records.isContract(contract))) {
            throw new NotFound();
        }
        records.rule(program, contract, cadence);
        audit.record(
                permit,
                "plans.cadence",
                program.value(),
                null,
                cadence.firstDays() + " and " + cadence.reviewDays() + " days");
    }

    /** Programs and contracts that a rule can be for, by id and name. */
    @Transactional(readOnly = true)
    public Choices choices(Permit permit) {
        permit.require(CONTRACT_VIEW, CONTRACT_EDIT);
        return new Choices(records.programs(), records.contracts());
    }

    /** What a rule can be for. */
    public record Choices(Map<String, String> programs, Map<String, String> contracts) {}

    /** Takes a rule away: what is more general holds again. Plans signed before keep their day. */
    @Transactional
    public void drop(Permit permit, ProgramId program, @Nullable ContractId contract) {
        permit.require(CONTRACT_EDIT);
        if (records.drop(program, contract)) {
            audit.record(permit, "plans.cadence", program.value(), null, "dropped");
        }
    }

    /** Plans that are due within so many days or overdue, at the sites the reader works at. */
    @Transactional
    public List<Due> due(Permit permit, LocalDate until) {
        permit.require(CONTRACT_VIEW, CONTRACT_EDIT);
        var due =
                records.dueBy(until).stream()
                        .filter(one -> permit.actor().worksAt(one.site()))
                        .map(one -> new Due(one.client(), one.name(), one.on(), one.first()))
                        .toList();
        audit.recordMany(permit, "plans.due", null, due.size());
        return due;
    }

    /**
     * A plan that is due.
     *
     * @param first no version of it is signed yet
     */
    public record Due(UUID client, String name, LocalDate on, boolean first) {}

    /** A stay began, moved or ended: its first plan is due, or nothing is. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(EpisodeChanged change) {
        records.settle(change.client());
    }

    /**
     * The care changes on that day: the plan is looked at by then, where it was due later.
     *
     * @return when it was due before, for {@link #moveBack}
     */
    @Transactional
    public Optional<LocalDate> bringForward(
            Permit permit, ClientId client, EpisodeId episode, LocalDate day) {
        permit.require(LEVEL_CHANGE, TreatmentPlans.resource(client));
        var before = records.due(episode);
        if (before.isPresent() && before.get().isAfter(day)) {
            records.move(episode, day);
        }
        return before;
    }

    /** Takes {@link #bringForward} back. */
    @Transactional
    public void moveBack(Permit permit, ClientId client, EpisodeId episode, LocalDate before) {
        permit.require(LEVEL_CHANGE, TreatmentPlans.resource(client));
        records.move(episode, before);
    }

    Cadence cadence(ClientId client, Episode stay) {
        return records.cadence(client, stay.program());
    }

    void signed(ClientId client, Episode stay, LocalDate reviewOn) {
        records.due(client, stay.id(), reviewOn);
    }
}
