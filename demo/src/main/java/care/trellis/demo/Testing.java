package care.trellis.demo;

import static care.trellis.base.Action.DRUG_TEST_COLLECT;
import static care.trellis.base.Action.DRUG_TEST_ORDER;
import static care.trellis.base.Action.DRUG_TEST_RESULT;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.clients.ClientId;
import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.Group;
import care.trellis.demo.story.Participant;
import care.trellis.demo.story.Place;
import care.trellis.demo.story.Presence;
import care.trellis.drugtests.Custody;
import care.trellis.drugtests.Draws;
import care.trellis.drugtests.DrugTest;
import care.trellis.drugtests.DrugTests;
import care.trellis.drugtests.FollowUp;
import care.trellis.drugtests.FollowUps;
import care.trellis.drugtests.Panels;
import care.trellis.drugtests.Result;
import care.trellis.drugtests.Results;
import care.trellis.drugtests.Specimens;
import care.trellis.medications.Medications;
import care.trellis.medications.Medicines;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Drug tests of the evening track: the draw of each morning, the cup before group, and a talk where
 * something does not agree. Who is drawn differs each time the clinic is made, as it must.
 */
@InDemo
class Testing {

    private static final String PANEL = "URINE_12";
    private static final LocalTime COLLECTED = LocalTime.of(17, 10);
    private static final LocalTime READ = LocalTime.of(17, 20);
    private static final LocalTime TALKED = LocalTime.of(16, 30);
    private static final int FINDS = 6;

    private final Draws draws;
    private final DrugTests tests;
    private final Specimens specimens;
    private final Results results;
    private final FollowUps followUps;
    private final Panels panels;
    private final Medications medications;
    private final Medicines medicines;

    Testing(
            Draws draws,
            DrugTests tests,
            Specimens specimens,
            Results results,
            FollowUps followUps,
            Panels panels,
            Medications medications,
            Medicines medicines) {
        this.draws = draws;
        this.tests = tests;
        this.specimens = specimens;
        this.results = results;
        this.followUps = followUps;
        this.panels = panels;
        this.medications = medications;
        this.medicines = medicines;
    }

    /** The draws, cups and talks of the week. */
    List<Step> steps(Clinic clinic, LocalDate monday) {
        var steps = new ArrayList<Step>();
        monday.datesUntil(monday.plusWeeks(1)).forEach(day -> steps.addAll(day(clinic, day)));
        for (var person : clinic.plan().people()) {
            var day = person.admittedOn();
            if (person.group() == Group.EVENING
                    && !day.isBefore(monday)
                    && day.isBefore(monday.plusWeeks(1))) {
                steps.add(
                        new Step(
                                Place.MESA.at(day, LocalTime.of(8, 45)),
                                () -> takesPart(clinic, person)));
            }
        }
        return steps;
    }

    private List<Step> day(Clinic clinic, LocalDate day) {
        var steps = new ArrayList<Step>();
        steps.add(
                new Step(
                        Place.MESA.at(day, Draws.AT),
                        () -> draws.run(clinic.badges().system(DRUG_TEST_ORDER))));
        if (Group.EVENING.days().contains(day.getDayOfWeek())) {
            steps.add(new Step(Place.MESA.at(day, COLLECTED), () -> collect(clinic, day)));
            steps.add(new Step(Place.MESA.at(day, READ), () -> read(clinic, day)));
            steps.add(new Step(Place.MESA.at(day.plusDays(1), TALKED), () -> talk(clinic, day)));
        }
        return steps;
    }

    private void takesPart(Clinic clinic, Participant person) {
        tests.stand(
                        clinic.badges().of(Colleague.IVY, DRUG_TEST_ORDER),
                        Ids.next(),
                        clinic.stay(person).client(),
                        true,
                        PANEL,
                        null,
                        "Agreed at admission; part of the plan.")
                .orThrow();
    }

    private void collect(Clinic clinic, LocalDate day) {
        var permit = clinic.badges().of(Colleague.GIL, DRUG_TEST_COLLECT);
        for (var test : of(clinic, day)) {
            var person = person(clinic, test.client());
            if (test.state() != DrugTest.State.DUE) {
                continue;
            }
            if (clinic.plan().presence(person, day, 0, 2)
                    instanceof Presence.StaysAway(boolean excused, String reason)) {
                specimens
                        .missed(
                                permit,
                                test.client(),
                                test.id(),
                                excused ? Custody.Missed.EXCUSED : Custody.Missed.NO_SHOW,
                                reason)
                        .orThrow();
            } else {
                specimens
                        .collect(
                                permit,
                                test.client(),
                                test.id(),
                                new Specimens.Collection(
                                        test.specimen(),
                                        true,
                                        BigDecimal.valueOf(92 + person.number() % 6),
                                        "",
                                        true,
                                        ""))
                        .orThrow();
            }
        }
    }

    private void read(Clinic clinic, LocalDate day) {
        var permit = clinic.badges().of(Colleague.IVY, DRUG_TEST_RESULT);
        for (var test : of(clinic, day)) {
            if (test.state() == DrugTest.State.COLLECTED) {
                results.record(
                                permit,
                                Ids.next(),
                                test.client(),
                                test.id(),
                                new Results.Reading(
                                        Result.Kind.POINT_OF_CARE,
                                        "",
                                        Result.State.VALID,
                                        day,
                                        cup(clinic, test, day)))
                        .orThrow();
            }
        }
    }

    /** What the cup shows: what is prescribed, and now and then something else. */
    private LinkedHashMap<String, Results.Read> cup(Clinic clinic, DrugTest test, LocalDate day) {
        var permit = clinic.badges().of(Colleague.IVY, DRUG_TEST_RESULT);
        var shows = new HashSet<String>();
        medications
                .takenOn(permit, test.client(), day)
                .forEach(one ->
                        medicines
                                .meantBy(one.now().details().name())
                                .ifPresent(medicine -> shows.addAll(medicine.shows())));
        if ((person(clinic, test.client()).number() + day.getDayOfYear()) % FINDS == 0) {
            shows.add("COCAINE");
        }
        var found = new LinkedHashMap<String, Results.Read>();
        panels.of(PANEL)
                .forEach(analyte ->
                        found.put(
                                analyte.id(),
                                new Results.Read(
                                        shows.contains(analyte.id())
                                                ? Result.Outcome.POSITIVE
                                                : Result.Outcome.NEGATIVE,
                                        "")));
        return found;
    }

    private void talk(Clinic clinic, LocalDate day) {
        var permit = clinic.badges().of(Colleague.IVY, DRUG_TEST_RESULT);
        for (var test : of(clinic, day)) {
            for (var one : followUps.of(permit, test.client(), test.id())) {
                if (one.isOpen()) {
                    followUps
                            .act(
                                    permit,
                                    Ids.next(),
                                    test.client(),
                                    test.id(),
                                    one.id(),
                                    FollowUp.Step.Kind.CLOSED,
                                    one.kind() == FollowUp.Kind.MISSED
                                            ? "Called. Missed the bus; comes with a friend from now on."
                                            : "Told it before I asked. Went through Saturday, changed the evening plan, naloxone is at home.")
                            .orThrow();
                }
            }
        }
    }

    private List<DrugTest> of(Clinic clinic, LocalDate day) {
        return tests
                .on(
                        clinic.badges().of(Colleague.GIL, Action.DRUG_TEST_COLLECT),
                        clinic.house().site(Place.MESA),
                        day)
                .stream()
                .filter(one -> one.day().equals(day))
                .toList();
    }

    private static Participant person(Clinic clinic, ClientId client) {
        return clinic.plan().people().stream()
                .filter(clinic::isAdmitted)
                .filter(one -> clinic.stay(one).client().equals(client))
                .findFirst()
                .orElseThrow();
    }
}
