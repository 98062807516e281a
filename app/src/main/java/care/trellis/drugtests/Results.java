package care.trellis.drugtests;

import static care.trellis.base.Action.DRUG_TEST_RESULT;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.medications.Medications;
import care.trellis.medications.Medicine;
import care.trellis.medications.Medicines;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to results. Each is laid beside what was known to be taken on the day of the
 * specimen; what does not agree opens a talk in the same transaction.
 */
@Service
public class Results {

    private static final int LONGEST_ACCESSION = 60;
    private static final int AGAIN_DAYS = 30;

    private final ResultRecords records;
    private final DrugTests tests;
    private final FollowUps followUps;
    private final Panels panels;
    private final Medications medications;
    private final Medicines medicines;
    private final Clients clients;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Results(
            ResultRecords records,
            DrugTests tests,
            FollowUps followUps,
            Panels panels,
            Medications medications,
            Medicines medicines,
            Clients clients,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.tests = tests;
        this.followUps = followUps;
        this.panels = panels;
        this.medications = medications;
        this.medicines = medicines;
        this.clients = clients;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /**
     * What was read, before it is judged.
     *
     * @param findings outcome and figure by substance
     */
    public record Reading(
            Result.Kind kind,
            String accession,
            Result.State state,
            LocalDate reportedOn,
            Map<String, Read> findings) {

        /** Copies the map. */
        public Reading {
            findings = Map.copyOf(findings);
        }
    }

    /** One substance as it was read. */
    public record Read(Result.Outcome outcome, String value) {}

    /**
     * Writes a result down.
     *
     * @param key made with the form; becomes the result's id
     */
    @Transactional
    public Change<UUID> record(
            Permit permit, UUID key, ClientId client, TestId test, Reading reading) {
        permit.require(DRUG_TEST_RESULT, DrugTests.resource(client));
        clients.hold(permit, client);
        var found = tests.find(client, test);
        var problems = checked(permit, found, reading);
        if (!problems.none()) {
            return problems.refused();
        }
        if (once.first(permit, key, "result " + test + reading.kind() + reading.accession())) {
            keep(permit, key, found, reading, null, null);
        }
        return new Change.Done<>(key);
    }

    private Problems checked(Permit permit, DrugTest test, Reading reading) {
        boolean collected =
                !test.custody().isEmpty()
                        && test.custody().getFirst().kind() == Custody.Kind.COLLECTED;
        return new Problems()
                .require(
                        collected,
                        "",
                        "NOT_COLLECTED",
                        "Write down first that the specimen was collected.")
                .require(
                        !reading.findings().isEmpty() || reading.state() != Result.State.VALID,
                        "",
                        "EMPTY",
                        "Mark what was found of each substance.")
                .require(
                        reading.findings().keySet().stream()
                                .allMatch(id -> panels.analyte(id).isPresent()),
                        "",
                        "UNKNOWN",
                        "A substance is not among those that are looked for.")
                .require(
                        reading.kind() == Result.Kind.POINT_OF_CARE
                                || !reading.accession().isBlank(),
                        "accession",
                        "MISSING",
                        "Enter the laboratory's number.")
                .atMost(reading.accession(), LONGEST_ACCESSION, "accession", "the number")
                .require(
                        !reading.reportedOn().isAfter(clients.today(permit, test.client())),
                        "reportedOn",
                        "IN_FUTURE",
                        "Choose a day that is not after today.")
                .require(
                        !reading.reportedOn().isBefore(test.day()),
                        "reportedOn",
                        "BEFORE_TEST",
                        "Choose a day that is not before the test.")
                .require(
                        reading.accession().isBlank()
                                || test.results().stream()
                                        .noneMatch(one ->
                                                one.kind() == reading.kind()
                                                        && one.accession()
                                                                .equals(
                                                                        reading.accession()
                                                                                .strip())),
                        "accession",
                        "KNOWN",
                        "A result with this number is on record.");
    }

    /**
     * Keeps a result that was checked: judged, and with the talk it asks for. One that corrects
     * another is told to whoever treats, whatever it says.
     *
     * @param before what it corrects; null where it is a first one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(
            Permit permit,
            UUID id,
            DrugTest test,
            Reading reading,
            @Nullable UUID file,
            @Nullable Result before) {
        var taken = taken(permit, test);
        var findings = new ArrayList<Result.Finding>();
        reading.findings()
                .forEach((analyte, read) -> {
                    var judged = Agreement.of(analyte, read.outcome(), reading.kind(), taken);
                    findings.add(
                            new Result.Finding(
                                    analyte,
                                    read.outcome(),
                                    read.value(),
                                    judged.agreement(),
                                    judged.because()));
                });
        boolean consistent =
                reading.state() == Result.State.VALID
                        && findings.stream().allMatch(one -> one.agreement().isConsistent());
        var result =
                new Result(
                        id,
                        reading.kind(),
                        reading.accession().strip(),
                        reading.state(),
                        reading.reportedOn(),
                        consistent,
                        findings,
                        permit.actor().name(),
                        before);
        records.insert(test.id(), result, file, clock.instant(), permit.actor());
        audit.record(
                permit,
                "drugtests.result",
                id,
                test.client().value(),
                reading.kind()
                        + (before == null ? "" : " corrected")
                        + (consistent ? " consistent" : " not consistent"));
        if (before != null) {
            followUps.corrected(permit, test);
        } else if (!consistent) {
            followUps.open(permit, test, owed(test, result));
        }
    }

    private FollowUp.Kind owed(DrugTest test, Result result) {
        if (result.kind() == Result.Kind.CONFIRMATION
                && result.foundSomething()
                && records.confirmedSince(test.client(), test.day().minusDays(AGAIN_DAYS)) > 1) {
            return FollowUp.Kind.TEAM;
        }
        if (has(result, Agreement.UNEXPLAINED)) {
            return FollowUp.Kind.TALK;
        }
        if (has(result, Agreement.MAY_REACT)) {
            return FollowUp.Kind.CONFIRM;
        }
        return has(result, Agreement.EXPECTED_MISSING)
                ? FollowUp.Kind.PRESCRIPTION
                : FollowUp.Kind.SPECIMEN;
    }

    private static boolean has(Result result, Agreement agreement) {
        return result.findings().stream().anyMatch(one -> one.agreement() == agreement);
    }

    private List<Medicine> taken(Permit permit, DrugTest test) {
        return medications.takenOn(permit, test.client(), test.day()).stream()
                .flatMap(one -> medicines.meantBy(one.now().details().name()).stream())
                .toList();
    }
}
