package care.trellis.drugtests;

import static care.trellis.base.Action.DRUG_TEST_COLLECT;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.organizations.StaffNames;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to specimens, from hand to hand. Each step is signed by the account that does it
 * and carries the hash of the one before, so that none can be taken out or put in later. Tests are
 * for treatment; no step makes them forensic.
 */
@Service
public class Specimens {

    /** A fresh specimen is between 90 and 100 degrees Fahrenheit, read within four minutes. */
    private static final BigDecimal COOLEST = new BigDecimal("90");

    private static final BigDecimal WARMEST = new BigDecimal("100");
    private static final int LONGEST = 1000;

    private final TestRecords records;
    private final DrugTests tests;
    private final FollowUps followUps;
    private final Clients clients;
    private final StaffNames staff;
    private final Audit audit;
    private final Clock clock;

    Specimens(
            TestRecords records,
            DrugTests tests,
            FollowUps followUps,
            Clients clients,
            StaffNames staff,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.tests = tests;
        this.followUps = followUps;
        this.clients = clients;
        this.staff = staff;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How a specimen was collected.
     *
     * @param label what stands on the cup, as the collector read it
     * @param identified that the collector knows who gave it
     * @param fahrenheit read within four minutes; null where it was not read
     * @param observed why somebody watched; empty where nobody did
     * @param sealed that the client saw it sealed, and initialled the seal
     */
    public record Collection(
            String label,
            boolean identified,
            @Nullable BigDecimal fahrenheit,
            String observed,
            boolean sealed,
            String words) {

        /** Names nothing. */
        @Override
        public String toString() {
            return "Collection[]";
        }
    }

    /** Writes down that a specimen was given, and signs it as the collector. */
    @Transactional
    public Change<TestId> collect(
            Permit permit, ClientId client, TestId test, Collection collection) {
        permit.require(DRUG_TEST_COLLECT, DrugTests.resource(client));
        clients.hold(permit, client);
        var found = tests.find(client, test);
        if (found.state() != DrugTest.State.DUE) {
            return new Change.Done<>(test);
        }
        var problems =
                new Problems()
                        .require(
                                collection.label().strip().equalsIgnoreCase(found.specimen()),
                                "label",
                                "OTHER_LABEL",
                                "This is not the label of this test: read it from the cup again.")
                        .require(
                                collection.identified(),
                                "identified",
                                "MISSING",
                                "Make sure who gave it, then tick this.")
                        .require(
                                collection.sealed(),
                                "sealed",
                                "MISSING",
                                "Seal it in front of the client, then tick this.")
                        .atMost(collection.observed(), LONGEST, "observed", "the reason")
                        .atMost(collection.words(), LONGEST, "words", "what you noticed");
        if (!problems.none()) {
            return problems.refused();
        }
        return add(
                permit,
                found,
                Custody.Kind.COLLECTED,
                staff.printed(permit.actor()),
                words(collection));
    }

    /**
     * Writes down that no specimen was given. Nobody skips a test in silence: it needs why. Only an
     * excused one asks for nothing more.
     */
    @Transactional
    public Change<TestId> missed(
            Permit permit, ClientId client, TestId test, Custody.Missed why, String words) {
        permit.require(DRUG_TEST_COLLECT, DrugTests.resource(client));
        clients.hold(permit, client);
        var found = tests.find(client, test);
        if (found.state() != DrugTest.State.DUE) {
            return new Change.Done<>(test);
        }
        var problems = new Problems().text(words, LONGEST, "why", "what happened");
        if (!problems.none()) {
            return problems.refused();
        }
        if (why != Custody.Missed.EXCUSED) {
            followUps.open(permit, found, FollowUp.Kind.MISSED);
        }
        return add(
                permit, found, Custody.Kind.NOT_COLLECTED, "", why.label() + ". " + words.strip());
    }

    /**
     * Hands the specimen on, signed by the one who has it; whoever takes it signs with {@link
     * #accept}.
     *
     * @param kind handed over, sent or discarded
     * @param to to whom by name; for a laboratory its name and the courier
     * @param purpose what for
     */
    @Transactional
    public Change<TestId> pass(
            Permit permit,
            ClientId client,
            TestId test,
            Custody.Kind kind,
            String to,
            String purpose) {
        permit.require(DRUG_TEST_COLLECT, DrugTests.resource(client));
        if (kind == Custody.Kind.COLLECTED
                || kind == Custody.Kind.NOT_COLLECTED
                || kind == Custody.Kind.ACCEPTED) {
            throw new IllegalArgumentException("Only a hand-over, a parcel or an end passes on");
        }
        clients.hold(permit, client);
        var found = tests.find(client, test);
        boolean discarded = kind == Custody.Kind.DISCARDED;
        var problems =
                new Problems()
                        .atMost(purpose, LONGEST, "purpose", "what for")
                        .require(discarded || !to.isBlank(), "to", "MISSING", "Enter who takes it.")
                        .atMost(to, 200, "to", "who takes it")
                        .require(
                                hasIt(found),
                                "",
                                "NOT_HERE",
                                "The specimen is not here to be passed on.");
        if (!problems.none()) {
            return problems.refused();
        }
        return add(permit, found, kind, discarded ? "" : to.strip(), purpose.strip());
    }

    /**
     * Accepts what somebody else handed over, signed by the one who takes it.
     *
     * @throws NotFound where nothing was handed over
     */
    @Transactional
    public Change<TestId> accept(Permit permit, ClientId client, TestId test) {
        permit.require(DRUG_TEST_COLLECT, DrugTests.resource(client));
        clients.hold(permit, client);
        var found = tests.find(client, test);
        if (found.custody().isEmpty()
                || found.custody().getLast().kind() != Custody.Kind.HANDED_OVER) {
            throw new NotFound();
        }
        if (records.lastHand(test).filter(permit.actor().account()::equals).isPresent()) {
            return Change.refused(
                    "", "SAME_HAND", "Whoever takes it signs, not the one who handed it over.");
        }
        return add(
                permit,
                found,
                Custody.Kind.ACCEPTED,
                staff.printed(permit.actor()),
                "Seal whole, label read.");
    }

    /** Whether every step still is what was signed, in the order in which it was. */
    public static boolean intact(DrugTest test) {
        var before = "";
        int number = 1;
        for (var step : test.custody()) {
            if (step.number() != number++ || !step.isIntact(before, test.id())) {
                return false;
            }
            before = step.hash();
        }
        return true;
    }

    private static boolean hasIt(DrugTest test) {
        return !test.custody().isEmpty()
                && switch (test.custody().getLast().kind()) {
                    case COLLECTED, ACCEPTED -> true;
                    case NOT_COLLECTED, HANDED_OVER, SENT, DISCARDED -> false;
                };
    }

    private static String words(Collection collection) {
        var words = new ArrayList<String>();
        var degrees = collection.fahrenheit();
        if (degrees == null) {
            words.add("Temperature not read.");
        } else {
            boolean fresh = degrees.compareTo(COOLEST) >= 0 && degrees.compareTo(WARMEST) <= 0;
            words.add(
                    "%s °F within four minutes%s."
                            .formatted(
                                    degrees.toPlainString(), fresh ? "" : ", outside 90 to 100"));
        }
        words.add(
                collection.observed().isBlank()
                        ? "Not observed."
                        : "Observed: " + collection.observed().strip());
        if (!collection.words().isBlank()) {
            words.add(collection.words().strip());
        }
        return String.join(" ", words);
    }

    private Change<TestId> add(
            Permit permit, DrugTest test, Custody.Kind kind, String holder, String words) {
        List<Custody> before = test.custody();
        var now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        var step =
                Custody.signed(
                        before.isEmpty() ? "" : before.getLast().hash(),
                        test.id(),
                        before.size() + 1,
                        kind,
                        holder,
                        words,
                        now,
                        staff.printed(permit.actor()));
        if (!records.add(test.id(), step, permit.actor())) {
            throw new IllegalStateException("Two signed one step under the lock of its client");
        }
        audit.record(
                permit, "drugtests.custody", test.id().value(), test.client().value(), kind.name());
        return new Change.Done<>(test.id());
    }
}
