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
    public void write(Permit permit, Whose whose, Sheet sheet) {
        if (!access.mayByRole(permit.actor(), Action.DRUG_TEST_VIEW)) {
            return;
        }
        var path = whose.path("/drug-tests");
        var tests = records.of(new ClientId(whose.client()));
        if (!tests.isEmpty()) {
            var lines = tests.stream().limit(SHOWN).map(one -> line(one, path)).toList();
            sheet.cards().add(new Card("Drug tests", lines, "", path));
        }
        tests.stream()
                .filter(one -> one.state() != DrugTest.State.DUE)
                .map(one -> dated(one, "Drug test: " + one.why().label()))
                .forEach(sheet.events()::add);
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
                .map(one -> dated(one, "Use found"))
                .toList();
    }

    private static Line line(DrugTest test, String path) {
        return new Line(
                test.why().label(),
                "",
                words(test),
                tone(test),
                When.day(test.day()),
                path + "/" + test.id().value());
    }

    private static Dated dated(DrugTest test, String title) {
        return new Dated(
                test.day(), new Event(When.day(test.day()), title, words(test), tone(test)));
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
