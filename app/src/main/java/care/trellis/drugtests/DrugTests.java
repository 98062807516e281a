package care.trellis.drugtests;

import static care.trellis.base.Action.DRUG_TEST_COLLECT;
import static care.trellis.base.Action.DRUG_TEST_ORDER;
import static care.trellis.base.Action.DRUG_TEST_RESULT;
import static care.trellis.base.Action.DRUG_TEST_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.organizations.SiteId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door to who is tested, and to the tests of a day and of a client. */
@Service
public class DrugTests {

    /** How many days an uncollected or waiting test stays on the day's list. */
    public static final int SHOWN_DAYS = 7;

    /** The longest reason, in characters. */
    public static final int LONGEST = 1000;

    private static final BigDecimal MOST_PER_WEEK = new BigDecimal("5");

    private final TestRecords records;
    private final Panels panels;
    private final Clients clients;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    DrugTests(
            TestRecords records,
            Panels panels,
            Clients clients,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.panels = panels;
        this.clients = clients;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** A client's tests, the newest first; the reading is recorded. */
    @Transactional
    public List<DrugTest> of(Permit permit, ClientId client) {
        permit.require(resource(client), DRUG_TEST_VIEW, DRUG_TEST_ORDER, DRUG_TEST_RESULT);
        var found = records.of(client);
        audit.recordMany(permit, "drugtests.test", client.value(), found.size());
        return found;
    }

    /** The day's list of a site: today's tests and whatever of the week is not finished. */
    @Transactional
    public List<DrugTest> on(Permit permit, SiteId site, LocalDate day) {
        permit.require(DRUG_TEST_COLLECT);
        if (!permit.actor().worksAt(site.value())) {
            throw new NotFound();
        }
        var found =
                records.on(site, day.minusDays(SHOWN_DAYS), day).stream()
                        .filter(one -> one.day().equals(day) || isOpen(one))
                        .toList();
        audit.recordMany(permit, "drugtests.test", site.value(), found.size());
        return found;
    }

    private static boolean isOpen(DrugTest test) {
        return switch (test.state()) {
            case DUE, COLLECTED, ON_ITS_WAY, PRESUMPTIVE -> true;
            case DONE, NOT_DONE -> false;
        };
    }

    /**
     * One test; the reading is recorded.
     *
     * @throws NotFound where there is none of this client
     */
    @Transactional
    public DrugTest open(Permit permit, ClientId client, TestId test) {
        permit.require(resource(client), DRUG_TEST_COLLECT, DRUG_TEST_VIEW, DRUG_TEST_RESULT);
        var found = find(client, test);
        audit.record(permit, "drugtests.test", test.value(), client.value());
        return found;
    }

    /** What was said about taking part in random testing, the newest first. */
    @Transactional(readOnly = true)
    public List<Standing> standing(Permit permit, ClientId client) {
        permit.require(resource(client), DRUG_TEST_VIEW, DRUG_TEST_ORDER);
        return records.standing(client);
    }

    /**
     * Lets a client take part in random testing, or ends it, from the next draw on.
     *
     * @param perWeek tests a week, above 0 and at most 5; null lets the week of the stay decide
     * @param reason why, 1 to {@value #LONGEST} characters
     */
    @Transactional
    public Change<ClientId> stand(
            Permit permit,
            UUID key,
            ClientId client,
            boolean takesPart,
            String panel,
            @Nullable BigDecimal perWeek,
            String reason) {
        permit.require(DRUG_TEST_ORDER, resource(client));
        var problems =
                new Problems()
                        .text(reason, LONGEST, "reason", "why")
                        .require(
                                panels.find(panel).isPresent(),
                                "panel",
                                "UNKNOWN",
                                "Choose a panel.")
                        .require(
                                perWeek == null
                                        || (perWeek.signum() > 0
                                                && perWeek.compareTo(MOST_PER_WEEK) <= 0
                                                && perWeek.scale() <= 1),
                                "perWeek",
                                "RANGE",
                                "Enter tests a week between 0.1 and 5, such as 1.5.");
        if (!problems.none()) {
            return problems.refused();
        }
        clients.hold(permit, client);
        if (once.first(permit, key, "standing " + client + takesPart + panel + perWeek + reason)) {
            records.stand(
                    key,
                    client,
                    takesPart,
                    panel,
                    perWeek,
                    reason.strip(),
                    clock.instant(),
                    permit.actor());
            audit.record(
                    permit,
                    "drugtests.standing",
                    key,
                    client.value(),
                    takesPart ? "takes part" : "ended");
        }
        return new Change.Done<>(client);
    }

    /**
     * Orders a test out of the draw.
     *
     * @param key made with the form; becomes the test's id
     * @param why any cause but the draw
     * @param day today or later
     */
    @Transactional
    public Change<TestId> order(
            Permit permit,
            UUID key,
            ClientId client,
            String panel,
            DrugTest.Why why,
            LocalDate day) {
        permit.require(DRUG_TEST_ORDER, resource(client));
        var problems =
                new Problems()
                        .require(
                                panels.find(panel).isPresent(),
                                "panel",
                                "UNKNOWN",
                                "Choose a panel.")
                        .require(
                                why != DrugTest.Why.RANDOM,
                                "why",
                                "DRAWN_ONLY",
                                "Nobody orders a random test: the draw does.")
                        .require(
                                !day.isBefore(clients.today(permit, client)),
                                "day",
                                "PAST",
                                "Choose today or a later day.");
        if (!problems.none()) {
            return problems.refused();
        }
        clients.hold(permit, client);
        var test = new TestId(key);
        if (once.first(permit, key, "drug test " + client + panel + why + day)) {
            records.insert(
                    test,
                    client,
                    clients.find(permit, client).site(),
                    day,
                    panel,
                    why,
                    null,
                    clock.instant(),
                    permit.actor());
            audit.record(permit, "drugtests.test", key, client.value(), why.name());
        }
        return new Change.Done<>(test);
    }

    DrugTest find(ClientId client, TestId test) {
        return records.find(test)
                .filter(one -> one.client().equals(client))
                .orElseThrow(NotFound::new);
    }

    static Resource resource(ClientId client) {
        return new Resource(Resource.Kind.CLIENT, client.value());
    }
}
