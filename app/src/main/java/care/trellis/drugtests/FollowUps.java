package care.trellis.drugtests;

import static care.trellis.base.Action.DRUG_TEST_RESULT;
import static care.trellis.base.Action.DRUG_TEST_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to the talks that are owed after tests. Testing is treatment, not punishment (ASAM
 * 2017): nothing here changes a client's place, level or schedule.
 */
@Service
public class FollowUps {

    /** The longest text of one step, in characters. */
    public static final int LONGEST = 4000;

    private static final int TEAM_DAYS = 2;

    private final FollowUpRecords records;
    private final DrugTests tests;
    private final Clients clients;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    FollowUps(
            FollowUpRecords records,
            DrugTests tests,
            Clients clients,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.tests = tests;
        this.clients = clients;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** Those of a test, the newest first. */
    @Transactional(readOnly = true)
    public List<FollowUp> of(Permit permit, ClientId client, TestId test) {
        permit.require(DrugTests.resource(client), DRUG_TEST_VIEW, DRUG_TEST_RESULT);
        tests.find(client, test);
        return records.of(test);
    }

    /**
     * Writes down what was done.
     *
     * @param key made with the form
     * @param words 1 to {@value #LONGEST} characters
     */
    @Transactional
    public Change<FollowUpId> act(
            Permit permit,
            UUID key,
            ClientId client,
            TestId test,
            FollowUpId followUp,
            FollowUp.Step.Kind kind,
            String words) {
        permit.require(DRUG_TEST_RESULT, DrugTests.resource(client));
        var problems = new Problems().text(words, LONGEST, "words", "what came of it");
        if (!problems.none()) {
            return problems.refused();
        }
        clients.hold(permit, client);
        tests.find(client, test);
        if (!once.first(permit, key, "follow-up " + followUp + kind + words)) {
            return new Change.Done<>(followUp);
        }
        records.of(test).stream()
                .filter(one -> one.id().equals(followUp) && one.isOpen())
                .findFirst()
                .orElseThrow(NotFound::new);
        records.step(followUp, kind, words.strip(), clock.instant(), permit.actor());
        if (kind == FollowUp.Step.Kind.CLOSED) {
            records.close(followUp, clock.instant());
        }
        audit.record(permit, "drugtests.follow_up", followUp.value(), client.value(), kind.name());
        return new Change.Done<>(followUp);
    }

    /** Opens one, due on the next business day; the team has one more. */
    @Transactional(propagation = Propagation.MANDATORY)
    void open(Permit permit, DrugTest test, FollowUp.Kind kind) {
        var today = LocalDate.ofInstant(clock.instant(), clients.zone(permit, test.client()));
        var due = businessDays(today, kind == FollowUp.Kind.TEAM ? TEAM_DAYS : 1);
        records.open(test.id(), kind, due, clock.instant());
        audit.record(
                permit,
                "drugtests.follow_up",
                test.id().value(),
                test.client().value(),
                "owed: " + kind);
    }

    /**
     * The laboratory corrected itself: what was owed of the test becomes that, with its history.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void corrected(Permit permit, DrugTest test) {
        records.corrected(test.id());
        open(permit, test, FollowUp.Kind.CORRECTED);
    }

    private static LocalDate businessDays(LocalDate from, int days) {
        var day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY
                    && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }
}
