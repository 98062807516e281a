package care.trellis.drugtests.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.drugtests.Custody;
import care.trellis.drugtests.DrugTest;
import care.trellis.drugtests.DrugTests;
import care.trellis.drugtests.FollowUp;
import care.trellis.drugtests.FollowUps;
import care.trellis.drugtests.Panels;
import care.trellis.drugtests.Result;
import care.trellis.drugtests.Specimens;
import care.trellis.drugtests.TestId;
import care.trellis.web.Event;
import care.trellis.web.Fact;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Makes the page of one test. */
@Component
class TestPages {

    private final DrugTests tests;
    private final FollowUps followUps;
    private final Panels panels;
    private final Clients clients;
    private final Access access;

    TestPages(DrugTests tests, FollowUps followUps, Panels panels, Clients clients, Access access) {
        this.tests = tests;
        this.followUps = followUps;
        this.panels = panels;
        this.clients = clients;
        this.access = access;
    }

    /** The page, with what was typed in the form of this place. */
    ModelAndView page(
            Permit permit, Frame frame, ClientId client, TestId id, String place, Form sent) {
        var test = tests.open(permit, client, id);
        var zone = clients.zone(permit, client);
        var path = "/clients/" + client.value();
        var target = path + "/drug-tests/" + id.value();
        Function<String, Form> form = wanted -> wanted.equals(place) ? sent : Form.empty();
        boolean mayRead = access.mayByRole(permit.actor(), Action.DRUG_TEST_VIEW);
        var pass = place.equals("accept") ? sent : form.apply("pass");
        var result = form.apply("result");
        result.key();
        if (result.value("reportedOn").isEmpty() && !result.wrong()) {
            result.with("reportedOn", clients.today(permit, client)).with("kind", suggested(test));
        }
        return new ModelAndView(
                "drugtests/test",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        new TestView(
                                path,
                                target,
                                clients.find(permit, client).person().shortName(),
                                panels.find(test.panel())
                                        .map(Panels.Panel::title)
                                        .orElse(test.panel()),
                                mayRead ? test.state().label() : hidden(test),
                                mayRead ? DayController.tone(test.state()) : Tone.NEUTRAL,
                                test.specimen(),
                                facts(test, zone),
                                test.state() == DrugTest.State.DUE,
                                isHere(test),
                                !test.custody().isEmpty()
                                        && test.custody().getLast().kind()
                                                == Custody.Kind.HANDED_OVER,
                                test.custody().stream().map(step -> event(step, zone)).toList(),
                                Specimens.intact(test),
                                form.apply("collect"),
                                form.apply("miss"),
                                form.apply("miss")
                                        .choices(
                                                "missed",
                                                labels(
                                                        Custody.Missed.values(),
                                                        Custody.Missed::label)),
                                pass,
                                pass.choices(
                                        "kind",
                                        labels(
                                                new Custody.Kind[] {
                                                    Custody.Kind.HANDED_OVER,
                                                    Custody.Kind.SENT,
                                                    Custody.Kind.DISCARDED
                                                },
                                                Custody.Kind::label)),
                                mayRead,
                                access.mayByRole(permit.actor(), Action.DRUG_TEST_RESULT),
                                !test.custody().isEmpty()
                                        && test.custody().getFirst().kind()
                                                == Custody.Kind.COLLECTED,
                                mayRead
                                        ? test.results().stream()
                                                .map(one -> FoundViews.of(one, panels))
                                                .toList()
                                        : List.of(),
                                result,
                                result.choices(
                                        "kind", labels(Result.Kind.values(), Result.Kind::label)),
                                result.choices(
                                        "state",
                                        labels(Result.State.values(), Result.State::label)),
                                panels.of(test.panel()).stream()
                                        .map(analyte -> line(analyte, result))
                                        .toList(),
                                mayRead
                                        ? talks(permit, client, test, target, zone, form)
                                        : List.of())));
    }

    private static Result.Kind suggested(DrugTest test) {
        if (test.needsConfirmation()) {
            return Result.Kind.CONFIRMATION;
        }
        return test.state() == DrugTest.State.ON_ITS_WAY
                ? Result.Kind.LABORATORY
                : Result.Kind.POINT_OF_CARE;
    }

    /** What somebody sees who collects and does not treat. */
    private static String hidden(DrugTest test) {
        return switch (test.state()) {
            case DUE, COLLECTED, ON_ITS_WAY, NOT_DONE -> test.state().label();
            case PRESUMPTIVE, DONE -> "Finished";
        };
    }

    private static boolean isHere(DrugTest test) {
        return !test.custody().isEmpty()
                && switch (test.custody().getLast().kind()) {
                    case COLLECTED, ACCEPTED -> true;
                    case NOT_COLLECTED, HANDED_OVER, SENT, DISCARDED -> false;
                };
    }

    private static List<Fact> facts(DrugTest test, ZoneId zone) {
        return List.of(
                new Fact("Why", test.why().label()),
                new Fact("Day", When.day(test.day())),
                new Fact("Ordered", test.orderedBy() + ", " + When.time(test.orderedAt(), zone)),
                new Fact("Label", test.specimen()),
                new Fact("Who has it", test.holder()));
    }

    private static Event event(Custody step, ZoneId zone) {
        return new Event(
                When.time(step.at(), zone),
                step.kind().label()
                        + (step.kind() == Custody.Kind.HANDED_OVER
                                        || step.kind() == Custody.Kind.SENT
                                ? " to " + step.holder()
                                : ""),
                step.words() + " Signed by " + step.printedName() + ".",
                step.kind() == Custody.Kind.NOT_COLLECTED ? Tone.WATCH : Tone.INFO);
    }

    private static TestView.Line line(Panels.Analyte analyte, Form result) {
        return new TestView.Line(
                analyte.id(),
                analyte.title(),
                result.value("outcome-" + analyte.id()),
                result.value("value-" + analyte.id()));
    }

    private List<TestView.Talk> talks(
            Permit permit,
            ClientId client,
            DrugTest test,
            String target,
            ZoneId zone,
            Function<String, Form> form) {
        return followUps.of(reading(permit, client), client, test.id()).stream()
                .map(one ->
                        talk(one, target, zone, one.isOpen() ? form.apply("talk") : Form.empty()))
                .toList();
    }

    private Permit reading(Permit permit, ClientId client) {
        return access.decide(
                        permit.actor(),
                        Action.DRUG_TEST_VIEW,
                        Permit.Purpose.TREATMENT,
                        new care.trellis.base.Resource(
                                care.trellis.base.Resource.Kind.CLIENT, client.value()))
                .orElseThrow(care.trellis.base.NotFound::new);
    }

    private static TestView.Talk talk(FollowUp one, String target, ZoneId zone, Form form) {
        form.key();
        return new TestView.Talk(
                target + "/follow-ups/" + one.id().value() + "/steps",
                one.kind().label(),
                one.kind().how(),
                one.isOpen() ? "by " + When.day(one.dueOn()) : "Done",
                one.isOpen(),
                form,
                form.choices(
                        "step", labels(FollowUp.Step.Kind.values(), FollowUp.Step.Kind::label)),
                one.steps().reversed().stream()
                        .map(step ->
                                new Event(
                                        When.time(step.at(), zone),
                                        step.kind().label() + ", " + step.by(),
                                        step.words(),
                                        step.kind() == FollowUp.Step.Kind.CLOSED
                                                ? Tone.GOOD
                                                : Tone.INFO))
                        .toList());
    }

    private static <E extends Enum<E>> Map<String, String> labels(
            E[] values, Function<E, String> label) {
        var labels = new LinkedHashMap<String, String>();
        Arrays.stream(values).forEach(value -> labels.put(value.name(), label.apply(value)));
        return labels;
    }
}
