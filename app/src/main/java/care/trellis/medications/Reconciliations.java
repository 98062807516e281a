package care.trellis.medications;

import static care.trellis.base.Action.MEDICATION_EDIT;
import static care.trellis.base.Action.MEDICATION_RECONCILE;
import static care.trellis.base.Action.MEDICATION_REVIEW;
import static care.trellis.base.Action.MEDICATION_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.medications.Reconciliation.Answer;
import care.trellis.medications.Reconciliation.Decision;
import care.trellis.organizations.StaffNames;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to reconciliation: the list compared with what the client, bottles and pharmacy
 * say, each line decided, and the whole signed. What it changes or stops becomes a step of the list
 * in the same transaction.
 */
@Service
public class Reconciliations {

    private static final String FORMAT = "trellis-reconciliation/1";

    private final ReconciliationRecords records;
    private final MedicationRecords medications;
    private final Allergies allergies;
    private final Clients clients;
    private final StaffNames staff;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Reconciliations(
            ReconciliationRecords records,
            MedicationRecords medications,
            Allergies allergies,
            Clients clients,
            StaffNames staff,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.medications = medications;
        this.allergies = allergies;
        this.clients = clients;
        this.staff = staff;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** A client's signed comparisons, the newest first. */
    @Transactional(readOnly = true)
    public List<Reconciliation> of(Permit permit, ClientId client) {
        permit.require(
                Medications.resource(client),
                MEDICATION_VIEW,
                MEDICATION_EDIT,
                MEDICATION_RECONCILE,
                MEDICATION_REVIEW);
        return records.of(client, clients.zone(permit, client));
    }

    /** What is due for a client today; nothing where the list was compared since. */
    @Transactional(readOnly = true)
    public Optional<Reconciliation.Due> due(Permit permit, ClientId client) {
        permit.require(permit.action(), Medications.resource(client));
        var today = clients.today(permit, client);
        return records.stays(client).stream()
                .findFirst()
                .flatMap(stay -> DueReconciliations.of(stay, today));
    }

    /**
     * What a line differs in from the last comparison, for the page on which it is decided; empty
     * where the line is new since.
     */
    static String before(Medication medication, Optional<Reconciliation> last) {
        return last.flatMap(one ->
                        one.content().lines().stream()
                                .filter(line ->
                                        line.medication()
                                                .equals(medication.id().value().toString()))
                                .findFirst())
                .map(Reconciliation.Line::now)
                .orElse("");
    }

    /**
     * Signs a comparison. Every medication that is taken needs a decision; a change needs something
     * that differs, a change or a stop needs why, and somebody must have asked about allergies.
     *
     * @param key made with the form; becomes its id
     * @param sources what the list was compared with; at least one
     * @param checked that doubles, interactions and allergies were looked at
     * @throws NotFound where the client has no stay
     */
    @Transactional
    public Change<ReconciliationId> sign(
            Permit permit,
            UUID key,
            ClientId client,
            Reconciliation.Moment moment,
            List<Medication.Source> sources,
            boolean checked,
            List<Answer> answers) {
        permit.require(MEDICATION_RECONCILE, Medications.resource(client));
        clients.hold(permit, client);
        var stay = records.stays(client).stream().findFirst().orElseThrow(NotFound::new);
        var id = new ReconciliationId(key);
        var signed = records.of(client, clients.zone(permit, client));
        if (signed.stream().anyMatch(one -> one.id().equals(id))) {
            return new Change.Done<>(id);
        }
        var active = medications.of(client).stream().filter(Medication::isActive).toList();
        var known = allergies.of(permit, client);
        var byLine =
                answers.stream()
                        .collect(
                                Collectors.toMap(
                                        Answer::medication,
                                        Function.identity(),
                                        (one, two) -> one));
        var problems = ReconciliationChecks.of(active, byLine, sources, checked, known.asked());
        if (!problems.isEmpty()) {
            return new Change.Refused<>(problems);
        }
        if (!once.first(permit, key, "reconciliation " + client + moment + answers)) {
            return new Change.Done<>(id);
        }
        var today = clients.today(permit, client);
        var last = signed.stream().findFirst();
        var content =
                new Reconciliation.Content(
                        FORMAT,
                        moment.name(),
                        today.toString(),
                        sources.stream().map(Medication.Source::label).toList(),
                        known.standing().isEmpty()
                                ? "None known"
                                : known.standing().stream()
                                        .map(Allergy::substance)
                                        .collect(Collectors.joining(", ")),
                        checked,
                        lines(active, byLine, last));
        records.insert(
                id,
                client,
                stay.episode(),
                moment,
                today,
                content,
                clock.instant(),
                permit.actor(),
                staff.printed(permit.actor()),
                permit.actor().roles().contains(Role.PRESCRIBER));
        if (!apply(permit, id, active, byLine, today)) {
            throw new IllegalStateException("The list changed under the lock of its client");
        }
        audit.record(permit, "medications.reconciliation", key, client.value(), moment.name());
        return new Change.Done<>(id);
    }

    /** Writes down that a prescriber looked through what somebody else reconciled. */
    @Transactional
    public void look(Permit permit, ClientId client, ReconciliationId reconciliation) {
        permit.require(MEDICATION_REVIEW, Medications.resource(client));
        find(permit, client, reconciliation);
        if (records.look(
                reconciliation, permit.actor(), staff.printed(permit.actor()), clock.instant())) {
            audit.record(
                    permit,
                    "medications.reconciliation",
                    reconciliation.value(),
                    client.value(),
                    "looked through");
        }
    }

    /**
     * One signed comparison; the reading is recorded.
     *
     * @throws NotFound where there is none of this client
     */
    @Transactional
    public Reconciliation open(Permit permit, ClientId client, ReconciliationId reconciliation) {
        permit.require(MEDICATION_VIEW, Medications.resource(client));
        var found = find(permit, client, reconciliation);
        audit.record(permit, "medications.reconciliation", reconciliation.value(), client.value());
        return found;
    }

    private Reconciliation find(Permit permit, ClientId client, ReconciliationId reconciliation) {
        return records.of(client, clients.zone(permit, client)).stream()
                .filter(one -> one.id().equals(reconciliation))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static List<Reconciliation.Line> lines(
            List<Medication> active,
            Map<MedicationId, Answer> answers,
            Optional<Reconciliation> last) {
        var lines = new ArrayList<Reconciliation.Line>();
        for (var medication : active) {
            var answer = answers.get(medication.id());
            if (answer != null && answer.decision() != null) {
                lines.add(
                        new Reconciliation.Line(
                                medication.id().value().toString(),
                                medication.now().details().name(),
                                before(medication, last),
                                answer.decision() == Decision.STOPPED
                                        ? ""
                                        : after(medication, answer).how(),
                                answer.decision(),
                                answer.adherence(),
                                answer.reason().strip()));
            }
        }
        return lines;
    }

    private boolean apply(
            Permit permit,
            ReconciliationId reconciliation,
            List<Medication> active,
            Map<MedicationId, Answer> answers,
            LocalDate today) {
        boolean all = true;
        for (var medication : active) {
            var answer = answers.get(medication.id());
            if (answer == null) {
                continue;
            }
            boolean stopped = answer.decision() == Decision.STOPPED;
            var details = stopped ? medication.now().details() : after(medication, answer);
            if (!stopped && details.equals(medication.now().details())) {
                continue;
            }
            all &=
                    medications.add(
                            medication.id(),
                            new Medication.Step(
                                    medication.now().number() + 1,
                                    stopped ? Medication.Kind.STOPPED : Medication.Kind.CHANGED,
                                    details,
                                    stopped ? today : null,
                                    answer.reason().strip(),
                                    reconciliation,
                                    clock.instant(),
                                    permit.actor().name()),
                            permit.actor());
        }
        return all;
    }

    private static Medication.Details after(Medication medication, Answer answer) {
        var details = medication.now().details();
        boolean changed = answer.decision() == Decision.CHANGED;
        return details.taking(
                changed ? answer.dose() : details.dose(),
                changed ? answer.frequency() : details.frequency(),
                answer.adherence() == Medication.Adherence.UNKNOWN
                        ? details.adherence()
                        : answer.adherence());
    }
}
