package care.trellis.drugtests.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.drugtests.DrawId;
import care.trellis.drugtests.Draws;
import care.trellis.drugtests.DrugTest;
import care.trellis.drugtests.DrugTests;
import care.trellis.drugtests.Panels;
import care.trellis.drugtests.ResultFiles;
import care.trellis.organizations.HomeTime;
import care.trellis.organizations.SiteId;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The drug tests of a day: who is due, who has which specimen, the draw, and the results file. */
@Controller
@RequestMapping("/drug-tests")
class DayController {

    private static final int DRAWS_SHOWN = 5;

    private final DrugTests tests;
    private final Draws draws;
    private final ResultFiles files;
    private final Panels panels;
    private final TestPlaces places;
    private final HomeTime home;
    private final Access access;
    private final Clock clock;

    DayController(
            DrugTests tests,
            Draws draws,
            ResultFiles files,
            Panels panels,
            TestPlaces places,
            HomeTime home,
            Access access,
            Clock clock) {
        this.tests = tests;
        this.draws = draws;
        this.files = files;
        this.panels = panels;
        this.places = places;
        this.home = home;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    @Requires(Action.DRUG_TEST_COLLECT)
    ModelAndView day(Permit permit, Frame frame) {
        var sites =
                places.sites().stream()
                        .filter(place -> permit.actor().worksAt(place.id().value()))
                        .map(place -> site(permit, place))
                        .toList();
        return new ModelAndView(
                "drugtests/day",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        new DayView(
                                When.day(home.today()),
                                sites,
                                mayRead(permit),
                                access.mayByRole(permit.actor(), Action.DRUG_TEST_RESULT))));
    }

    @GetMapping("/draws/{draw}")
    @Requires(Action.DRUG_TEST_VIEW)
    ModelAndView draw(Permit permit, Frame frame, @PathVariable DrawId draw) {
        var found = draws.open(permit, draw);
        return new ModelAndView(
                "drugtests/draw",
                Map.of("frame", frame, "view", DrawView.of(found, zone(found.site()))));
    }

    @GetMapping("/file")
    @Requires(Action.DRUG_TEST_RESULT)
    ModelAndView file(Frame frame) {
        return file(frame, "", List.of());
    }

    @PostMapping("/file")
    @Requires(Action.DRUG_TEST_RESULT)
    ModelAndView take(Permit permit, Frame frame, @RequestParam MultipartFile file)
            throws IOException {
        if (file.isEmpty()) {
            return Saving.refused(file(frame, "", List.of("Choose a file that is not empty.")));
        }
        return switch (files.take(permit, file.getBytes())) {
            case ResultFiles.Taken.Done(int fresh, int unchanged) ->
                    file(
                            frame,
                            "%d %s taken, %d on record before."
                                    .formatted(fresh, fresh == 1 ? "result" : "results", unchanged),
                            List.of());
            case ResultFiles.Taken.Refused(var rows) -> Saving.refused(file(frame, "", rows));
        };
    }

    private static ModelAndView file(Frame frame, String done, List<String> wrong) {
        return new ModelAndView(
                "drugtests/file", Map.of("frame", frame, "done", done, "wrong", wrong));
    }

    private DayView.SiteView site(Permit permit, TestPlaces.Place place) {
        var today = LocalDate.ofInstant(clock.instant(), place.zone());
        var found = tests.on(permit, place.id(), today);
        var names = places.names(found.stream().map(DrugTest::client).toList());
        var past = draws.of(permit, place.id(), DRAWS_SHOWN);
        var drawn = past.stream().filter(one -> one.day().equals(today)).findFirst();
        return new DayView.SiteView(
                place.name(),
                drawn.map(one ->
                                "Drawn %s: %s who could be."
                                        .formatted(
                                                When.time(one.drawnAt(), place.zone()),
                                                draws.counted(permit, one.id())))
                        .orElse(
                                "No draw yet today: it takes place at 6:00 where the hash was published before."),
                mayRead(permit)
                        ? drawn.map(one -> "/drug-tests/draws/" + one.id().value()).orElse("")
                        : "",
                found.stream()
                        .map(one -> row(one, names.getOrDefault(one.client(), ""), today))
                        .toList(),
                draws.promised(permit, place.id()).stream()
                        .map(one -> new DayView.Promised(When.day(one.day()), one.commitment()))
                        .toList(),
                mayRead(permit)
                        ? past.stream()
                                .map(one ->
                                        new DayView.Past(
                                                "/drug-tests/draws/" + one.id().value(),
                                                When.day(one.day()),
                                                draws.counted(permit, one.id())))
                                .toList()
                        : List.of());
    }

    private DayView.Row row(DrugTest test, String client, LocalDate today) {
        return new DayView.Row(
                "/clients/" + test.client().value() + "/drug-tests/" + test.id().value(),
                client,
                test.why().label(),
                panels.find(test.panel()).map(Panels.Panel::title).orElse(test.panel()),
                test.specimen(),
                test.state().label(),
                tone(test.state()),
                test.holder(),
                test.day().equals(today) ? "Today" : When.day(test.day()),
                test.state() == DrugTest.State.DUE);
    }

    static Tone tone(DrugTest.State state) {
        return switch (state) {
            case DUE, PRESUMPTIVE -> Tone.WATCH;
            case COLLECTED, ON_ITS_WAY -> Tone.INFO;
            case DONE -> Tone.GOOD;
            case NOT_DONE -> Tone.NEUTRAL;
        };
    }

    private boolean mayRead(Permit permit) {
        return access.mayByRole(permit.actor(), Action.DRUG_TEST_VIEW);
    }

    private ZoneId zone(SiteId site) {
        return places.sites().stream()
                .filter(place -> place.id().equals(site))
                .findFirst()
                .map(TestPlaces.Place::zone)
                .orElseGet(home::zone);
    }
}
