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
import care.trellis.base.Problems;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to a client's medication list. Nothing on it is ever written over: a change, a
 * stop and a mistake are steps with an author, and why.
 */
@Service
public class Medications {

    /** The longest name, dose or other short text of a line, in characters. */
    public static final int LONGEST = 120;

    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 1000;

    private final MedicationRecords records;
    private final Clients clients;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Medications(MedicationRecords records, Clients clients, Audit audit, Once once, Clock clock) {
        this.records = records;
        this.clients = clients;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** Everything a client takes or took, in the order it was listed. The reading is recorded. */
    @Transactional
    public List<Medication> of(Permit permit, ClientId client) {
        permit.require(
                resource(client),
                MEDICATION_VIEW,
                MEDICATION_EDIT,
                MEDICATION_RECONCILE,
                MEDICATION_REVIEW);
        var found = records.of(client);
        audit.recordMany(permit, "medications.medication", client.value(), found.size());
        return found;
    }

    /**
     * What a client was known to take on a day, for a room that compares something with it; that
     * room's own door decided and records the reading.
     */
    @Transactional(readOnly = true)
    public List<Medication> takenOn(Permit permit, ClientId client, LocalDate day) {
        permit.require(permit.action(), resource(client));
        return records.of(client).stream().filter(one -> one.isTakenOn(day)).toList();
    }

    /**
     * Puts a medication on the list.
     *
     * @param key made with the form; becomes the medication's id
     * @param reason what it is for, or what else is worth knowing; may be empty
     */
    @Transactional
    public Change<MedicationId> list(
            Permit permit, UUID key, ClientId client, Medication.Details details, String reason) {
        permit.require(MEDICATION_EDIT, resource(client));
        var problems = checked(permit, client, details, reason);
        if (!problems.none()) {
            return problems.refused();
        }
        clients.hold(permit, client);
        var medication = new MedicationId(key);
        if (once.first(permit, key, "medication " + client + content(details) + reason)) {
            records.insert(medication, client);
            records.add(
                    medication,
                    step(permit, 1, Medication.Kind.LISTED, details, null, reason),
                    permit.actor());
            audit.record(permit, "medications.medication", key, client.value(), "listed");
        }
        return new Change.Done<>(medication);
    }

    /**
     * Writes down that it is now taken otherwise. Nothing is written where nothing differs.
     *
     * @param seen the number of the step that the writer saw
     * @param reason why, 1 to {@value #LONGEST_REASON} characters
     */
    @Transactional
    public Change<MedicationId> change(
            Permit permit,
            ClientId client,
            MedicationId medication,
            int seen,
            Medication.Details details,
            String reason) {
        permit.require(MEDICATION_EDIT, resource(client));
        var before = find(client, medication);
        if (before.now().details().equals(details) && before.isActive()) {
            return new Change.Done<>(medication);
        }
        var problems = checked(permit, client, details, reason);
        problems.require(!reason.isBlank(), "reason", "MISSING", "Enter why it changed.");
        if (!problems.none()) {
            return problems.refused();
        }
        var kind = before.isActive() ? Medication.Kind.CHANGED : Medication.Kind.RESUMED;
        return add(permit, client, medication, seen, kind, details, null, reason);
    }

    /**
     * Stops a medication.
     *
     * @param on the last day it was taken; not after today
     * @param mistake whether it never was taken: the line was a slip
     */
    @Transactional
    public Change<MedicationId> stop(
            Permit permit,
            ClientId client,
            MedicationId medication,
            int seen,
            LocalDate on,
            boolean mistake,
            String reason) {
        permit.require(MEDICATION_EDIT, resource(client));
        var before = find(client, medication);
        if (!before.isActive()) {
            return new Change.Done<>(medication);
        }
        var started = before.now().details().startedOn();
        var problems =
                new Problems()
                        .text(reason, LONGEST_REASON, "why", "why it was stopped")
                        .require(
                                !on.isAfter(clients.today(permit, client)),
                                "on",
                                "IN_FUTURE",
                                "Choose a day that is not after today.")
                        .require(
                                mistake || started == null || !started.isAfter(on),
                                "on",
                                "BEFORE_START",
                                "Choose a day that is not before it was started.");
        if (!problems.none()) {
            return problems.refused();
        }
        return add(
                permit,
                client,
                medication,
                seen,
                mistake ? Medication.Kind.MISTAKEN : Medication.Kind.STOPPED,
                before.now().details(),
                on,
                reason);
    }

    private Change<MedicationId> add(
            Permit permit,
            ClientId client,
            MedicationId medication,
            int seen,
            Medication.Kind kind,
            Medication.Details details,
            @Nullable LocalDate stopped,
            String reason) {
        var step = step(permit, seen + 1, kind, details, stopped, reason);
        if (find(client, medication).now().number() != seen
                || !records.add(medication, step, permit.actor())) {
            return Change.refused(
                    "",
                    "CHANGED_MEANWHILE",
                    "Somebody changed this medication while you wrote. Look at it again.");
        }
        audit.record(
                permit, "medications.medication", medication.value(), client.value(), kind.name());
        return new Change.Done<>(medication);
    }

    private Medication.Step step(
            Permit permit,
            int number,
            Medication.Kind kind,
            Medication.Details details,
            @Nullable LocalDate stopped,
            String reason) {
        return new Medication.Step(
                number,
                kind,
                details,
                stopped,
                reason.strip(),
                null,
                clock.instant(),
                permit.actor().name());
    }

    private Medication find(ClientId client, MedicationId medication) {
        return records.of(client).stream()
                .filter(one -> one.id().equals(medication))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Problems checked(
            Permit permit, ClientId client, Medication.Details details, String reason) {
        var started = details.startedOn();
        return new Problems()
                .text(details.name(), LONGEST, "name", "the name of the medication")
                .atMost(details.dose(), LONGEST, "dose", "the dose")
                .atMost(details.route(), LONGEST, "route", "the route")
                .atMost(details.frequency(), LONGEST, "frequency", "how often")
                .atMost(details.prescriber(), LONGEST, "prescriber", "the prescriber")
                .atMost(details.dispensing(), LONGEST, "dispensing", "where it is given")
                .atMost(reason, LONGEST_REASON, "reason", "the reason")
                .require(
                        started == null || !started.isAfter(clients.today(permit, client)),
                        "startedOn",
                        "IN_FUTURE",
                        "Choose a day that is not after today.");
    }

    private static String content(Medication.Details details) {
        return String.join(
                "\n",
                details.name(),
                details.how(),
                details.prescriber(),
                details.source().name(),
                String.valueOf(details.startedOn()),
                String.valueOf(details.nextDue()));
    }

    static Resource resource(ClientId client) {
        return new Resource(Resource.Kind.CLIENT, client.value());
    }
}
