package care.trellis.drugtests;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.web.ChartPart;
import care.trellis.web.Event;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drug tests on the chart: the last ones, and how each stands beside what is prescribed. */
@Component
@Order(25)
class DrugTestPart implements ChartPart {

    private static final int SHOWN = 4;

    private final TestRecords records;
    private final Access access;

    DrugTestPart(TestRecords records, Access access) {
        this.records = records;
        this.access = access;
    }

    @Override
    public List<Place> places(Permit permit, UUID client) {
        return access.mayByRole(permit.actor(), Action.DRUG_TEST_VIEW)
                ? List.of(new Place("Drug tests", "tasks", "/clients/" + client + "/drug-tests"))
                : List.of();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Card> cards(Permit permit, UUID client) {
        if (!access.mayByRole(permit.actor(), Action.DRUG_TEST_VIEW)) {
            return List.of();
        }
        var path = "/clients/" + client + "/drug-tests";
        var lines =
                records.of(new ClientId(client)).stream()
                        .limit(SHOWN)
                        .map(one ->
                                new Line(
                                        one.why().label(),
                                        "",
                                        words(one),
                                        tone(one),
                                        When.day(one.day()),
                                        path + "/" + one.id().value()))
                        .toList();
        return lines.isEmpty() ? List.of() : List.of(new Card("Drug tests", lines, "", path));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Dated> events(Permit permit, UUID client) {
        if (!access.mayByRole(permit.actor(), Action.DRUG_TEST_VIEW)) {
            return List.of();
        }
        return records.of(new ClientId(client)).stream()
                .filter(one -> one.state() != DrugTest.State.DUE)
                .map(one ->
                        new Dated(
                                one.day(),
                                new Event(
                                        When.day(one.day()),
                                        "Drug test: " + one.why().label(),
                                        words(one),
                                        tone(one))))
                .toList();
    }

    /** Results that the medication list does not explain, once they stand. */
    @Override
    @Transactional(readOnly = true)
    public List<Dated> turns(Permit permit, UUID client) {
        if (!access.mayByRole(permit.actor(), Action.DRUG_TEST_VIEW)) {
            return List.of();
        }
        return records.of(new ClientId(client)).stream()
                .filter(one -> !one.needsConfirmation())
                .filter(one -> one.decisive().filter(result -> !result.consistent()).isPresent())
                .map(one ->
                        new Dated(
                                one.day(),
                                new Event(When.day(one.day()), "Use found", words(one), tone(one))))
                .toList();
    }

    private static String words(DrugTest test) {
        return test.decisive()
                .map(result ->
                        result.consistent()
                                ? "Consistent with prescriptions"
                                : test.needsConfirmation() ? "Presumptive" : "Not consistent")
                .orElse(test.state().label());
    }

    private static Tone tone(DrugTest test) {
        return test.decisive()
                .map(result -> result.consistent() ? Tone.GOOD : Tone.WATCH)
                .orElse(test.state() == DrugTest.State.DUE ? Tone.WATCH : Tone.NEUTRAL);
    }
}
