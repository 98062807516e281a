package care.trellis.drugtests.web;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.drugtests.Custody;
import care.trellis.drugtests.FollowUp;
import care.trellis.drugtests.FollowUpId;
import care.trellis.drugtests.FollowUps;
import care.trellis.drugtests.Panels;
import care.trellis.drugtests.Result;
import care.trellis.drugtests.Results;
import care.trellis.drugtests.Specimens;
import care.trellis.drugtests.TestId;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One test from the cup to the talk. */
@Controller
@RequestMapping("/clients/{client}/drug-tests/{test}")
class TestController {

    private final Specimens specimens;
    private final Results results;
    private final FollowUps followUps;
    private final Panels panels;
    private final TestPages pages;
    private final Clients clients;

    TestController(
            Specimens specimens,
            Results results,
            FollowUps followUps,
            Panels panels,
            TestPages pages,
            Clients clients) {
        this.specimens = specimens;
        this.results = results;
        this.followUps = followUps;
        this.panels = panels;
        this.pages = pages;
        this.clients = clients;
    }

    @GetMapping
    @Requires(value = Action.DRUG_TEST_COLLECT, client = "client")
    ModelAndView open(
            Permit permit, Frame frame, @PathVariable ClientId client, @PathVariable TestId test) {
        return pages.page(permit, frame, client, test, "", Form.empty());
    }

    @PostMapping("/collection")
    @Requires(value = Action.DRUG_TEST_COLLECT, client = "client")
    ModelAndView collect(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable TestId test,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var degrees = form.decimal("fahrenheit");
        return save(
                permit,
                frame,
                client,
                test,
                "collect",
                form,
                () ->
                        specimens.collect(
                                permit,
                                client,
                                test,
                                new Specimens.Collection(
                                        form.value("label"),
                                        form.ticked("identified"),
                                        degrees,
                                        form.value("observed"),
                                        form.ticked("sealed"),
                                        form.value("words"))));
    }

    @PostMapping("/missed")
    @Requires(value = Action.DRUG_TEST_COLLECT, client = "client")
    ModelAndView missed(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable TestId test,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        return save(
                permit,
                frame,
                client,
                test,
                "miss",
                form,
                () ->
                        specimens.missed(
                                permit,
                                client,
                                test,
                                form.choice("missed", Custody.Missed.NO_SHOW),
                                form.value("why")));
    }

    @PostMapping("/custody")
    @Requires(value = Action.DRUG_TEST_COLLECT, client = "client")
    ModelAndView pass(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable TestId test,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var kind =
                switch (form.choice("kind", Custody.Kind.HANDED_OVER)) {
                    case SENT -> Custody.Kind.SENT;
                    case DISCARDED -> Custody.Kind.DISCARDED;
                    case HANDED_OVER, ACCEPTED, COLLECTED, NOT_COLLECTED ->
                            Custody.Kind.HANDED_OVER;
                };
        return save(
                permit,
                frame,
                client,
                test,
                "pass",
                form,
                () ->
                        specimens.pass(
                                permit,
                                client,
                                test,
                                kind,
                                form.value("to"),
                                form.value("purpose")));
    }

    @PostMapping("/acceptance")
    @Requires(value = Action.DRUG_TEST_COLLECT, client = "client")
    ModelAndView accept(
            Permit permit, Frame frame, @PathVariable ClientId client, @PathVariable TestId test) {
        var form = Form.empty();
        return save(
                permit,
                frame,
                client,
                test,
                "accept",
                form,
                () -> specimens.accept(permit, client, test));
    }

    @PostMapping("/results")
    @Requires(value = Action.DRUG_TEST_RESULT, client = "client")
    ModelAndView record(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable TestId test,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var reported =
                form.requiredDate(
                        "reportedOn", clients.today(permit, client), "Choose the day it came.");
        return save(
                permit,
                frame,
                client,
                test,
                "result",
                form,
                () ->
                        results.record(
                                permit,
                                form.key(),
                                client,
                                test,
                                new Results.Reading(
                                        form.choice("kind", Result.Kind.POINT_OF_CARE),
                                        form.value("accession").strip(),
                                        form.choice("state", Result.State.VALID),
                                        reported,
                                        findings(form))));
    }

    @PostMapping("/follow-ups/{followUp}/steps")
    @Requires(value = Action.DRUG_TEST_RESULT, client = "client")
    ModelAndView act(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable TestId test,
            @PathVariable FollowUpId followUp,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        return save(
                permit,
                frame,
                client,
                test,
                "talk",
                form,
                () ->
                        followUps.act(
                                permit,
                                form.key(),
                                client,
                                test,
                                followUp,
                                form.choice("step", FollowUp.Step.Kind.TALKED),
                                form.value("words")));
    }

    private Map<String, Results.Read> findings(Form form) {
        var findings = new LinkedHashMap<String, Results.Read>();
        for (var panel : panels.all()) {
            for (var analyte : panel.analytes()) {
                var outcome = form.choice("outcome-" + analyte, Result.Outcome.class);
                if (outcome != null) {
                    findings.put(
                            analyte,
                            new Results.Read(outcome, form.value("value-" + analyte).strip()));
                }
            }
        }
        return findings;
    }

    private <T> ModelAndView save(
            Permit permit,
            Frame frame,
            ClientId client,
            TestId test,
            String place,
            Form form,
            Supplier<Change<T>> door) {
        return Saving.save(
                form,
                door,
                "/clients/" + client.value() + "/drug-tests/" + test.value(),
                () -> pages.page(permit, frame, client, test, place, form));
    }
}
