package care.trellis.drugtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.trellis.base.Action;
import care.trellis.base.Actor;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.medications.Medication;
import care.trellis.medications.Medications;
import care.trellis.organizations.SiteId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TrellisTest
class DrugTestsTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate TUESDAY = Clinic.MONDAY.plusDays(1);

    @Autowired Draws draws;
    @Autowired DrugTests tests;
    @Autowired Specimens specimens;
    @Autowired Results results;
    @Autowired ResultFiles files;
    @Autowired FollowUps followUps;
    @Autowired Medications medications;
    @Autowired Clinic clinic;
    @Autowired SettableClock clock;

    @Test
    void a_draw_takes_place_at_six_by_the_clock_of_the_site_from_a_seed_promised_before() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        clinic.session(ward, TUESDAY, LocalTime.of(9, 0), 60, maya);
        takesPart(ward, maya, "5");
        run(ward);
        assertThat(drawn(ward)).as("Monday was not promised before six").isEmpty();
        var promised =
                ward.in(() ->
                        draws.promised(
                                ward.permit(Action.DRUG_TEST_VIEW), new SiteId(ward.site())));
        assertThat(promised).hasSize(7);

        at(TUESDAY, LocalTime.of(5, 59));
        run(ward);
        assertThat(drawn(ward)).isEmpty();
        at(TUESDAY, LocalTime.of(6, 0));
        run(ward);
        run(ward);

        assertThat(drawn(ward)).hasSize(1);
        var draw = open(ward, drawn(ward).getFirst().id());
        assertThat(draw.commitment()).isEqualTo(promised.getFirst().commitment());
        assertThat(draw.replaysAlike()).isTrue();
        assertThat(draw.eligible())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.client()).isEqualTo(maya.id());
                    assertThat(one.chance()).isEqualTo(Lot.CERTAIN);
                });
        assertThat(due(ward, TUESDAY)).singleElement().matches(it -> it.draw() != null);
    }

    @Test
    void only_those_who_take_part_and_are_expected_in_person_can_be_drawn() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var theo = clinic.theo(ward);
        var ines = clinic.client(ward, "Ines", "Moreau");
        clinic.session(ward, TUESDAY, LocalTime.of(9, 0), 60, maya, theo);
        takesPart(ward, maya, "1");
        takesPart(ward, ines, "1");
        run(ward);
        at(TUESDAY, LocalTime.of(6, 1));
        run(ward);

        assertThat(open(ward, drawn(ward).getFirst().id()).eligible())
                .extracting(Draw.Entry::client)
                .containsExactly(maya.id());
    }

    @Test
    void a_test_that_is_not_collected_needs_why_and_only_an_excused_one_owes_no_talk() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        var refused = order(ward, maya);
        var excused = order(ward, maya);

        assertThat(missed(ward, maya, refused, Custody.Missed.REFUSED, " ").toString())
                .contains("MISSING");
        missed(ward, maya, refused, Custody.Missed.REFUSED, "Said not today").orThrow();
        missed(ward, maya, excused, Custody.Missed.EXCUSED, "In the hospital with her son")
                .orThrow();

        assertThat(talks(ward, maya, refused))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(FollowUp.Kind.MISSED);
                    assertThat(one.dueOn()).isEqualTo(TUESDAY);
                });
        assertThat(talks(ward, maya, excused)).isEmpty();
    }

    @Test
    void a_specimen_goes_from_hand_to_hand_and_whoever_takes_it_signs() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        var test = collected(ward, maya);
        pass(ward, maya, test, Custody.Kind.HANDED_OVER, "Jin Kim").orThrow();

        assertThat(
                        ward.in(() ->
                                        specimens.accept(
                                                ward.permit(Action.DRUG_TEST_COLLECT), maya, test))
                                .toString())
                .contains("SAME_HAND");
        assertThat(pass(ward, maya, test, Custody.Kind.SENT, "Lab").toString())
                .contains("NOT_HERE");
        ward.in(() -> specimens.accept(other(ward), maya, test)).orThrow();
        ward.in(() ->
                        specimens.pass(
                                other(ward),
                                maya,
                                test,
                                Custody.Kind.SENT,
                                "Ridge Laboratory, courier 4",
                                "Confirmation"))
                .orThrow();

        var found = find(ward, maya, test);
        assertThat(found.state()).isEqualTo(DrugTest.State.ON_ITS_WAY);
        assertThat(found.custody())
                .extracting(Custody::kind)
                .containsExactly(
                        Custody.Kind.COLLECTED,
                        Custody.Kind.HANDED_OVER,
                        Custody.Kind.ACCEPTED,
                        Custody.Kind.SENT);
        assertThat(Specimens.intact(found)).isTrue();
    }

    @Test
    void a_chain_with_a_step_changed_taken_out_or_put_elsewhere_is_broken() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        var test = collected(ward, maya);
        pass(ward, maya, test, Custody.Kind.SENT, "Lab").orThrow();
        var found = find(ward, maya, test);
        var first = found.custody().getFirst();
        var forged =
                new Custody(
                        1,
                        first.kind(),
                        "Somebody else",
                        first.words(),
                        first.at(),
                        first.printedName(),
                        first.hash());

        assertThat(Specimens.intact(found)).isTrue();
        assertThat(Specimens.intact(with(found, List.of(forged, found.custody().get(1)))))
                .isFalse();
        assertThat(Specimens.intact(with(found, List.of(found.custody().get(1))))).isFalse();
    }

    @Test
    void a_result_is_laid_beside_what_was_taken_on_the_day_of_the_specimen() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        takes(ward, maya, "Suboxone film");
        takes(ward, maya, "Klonopin");
        takes(ward, maya, "Wellbutrin XL");
        var test = collected(ward, maya);

        read(
                        ward,
                        maya,
                        test,
                        Result.Kind.POINT_OF_CARE,
                        "",
                        Map.of(
                                "BUPRENORPHINE",
                                Result.Outcome.POSITIVE,
                                "BENZODIAZEPINES",
                                Result.Outcome.NEGATIVE,
                                "AMPHETAMINES",
                                Result.Outcome.POSITIVE,
                                "THC",
                                Result.Outcome.NEGATIVE))
                .orThrow();

        var result = find(ward, maya, test).results().getFirst();
        assertThat(result.findings())
                .extracting(Result.Finding::analyte, Result.Finding::agreement)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("BUPRENORPHINE", Agreement.EXPLAINED),
                        org.assertj.core.api.Assertions.tuple(
                                "BENZODIAZEPINES", Agreement.OFTEN_MISSED),
                        org.assertj.core.api.Assertions.tuple("AMPHETAMINES", Agreement.MAY_REACT),
                        org.assertj.core.api.Assertions.tuple("THC", Agreement.AGREES));
        assertThat(result.consistent()).isFalse();
        assertThat(talks(ward, maya, test).getFirst().kind()).isEqualTo(FollowUp.Kind.CONFIRM);
        assertThat(find(ward, maya, test).state()).isEqualTo(DrugTest.State.PRESUMPTIVE);

        read(
                        ward,
                        maya,
                        test,
                        Result.Kind.CONFIRMATION,
                        "R-1",
                        Map.of("AMPHETAMINES", Result.Outcome.NEGATIVE))
                .orThrow();
        assertThat(find(ward, maya, test).state()).isEqualTo(DrugTest.State.DONE);
        assertThat(find(ward, maya, test).decisive().orElseThrow().consistent()).isTrue();
    }

    @Test
    void a_prescription_that_does_not_show_asks_for_a_talk_about_it() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        takes(ward, maya, "Buprenorphine");
        var test = collected(ward, maya);

        read(
                        ward,
                        maya,
                        test,
                        Result.Kind.POINT_OF_CARE,
                        "",
                        Map.of("BUPRENORPHINE", Result.Outcome.NEGATIVE))
                .orThrow();

        assertThat(talks(ward, maya, test).getFirst().kind()).isEqualTo(FollowUp.Kind.PRESCRIPTION);
    }

    @Test
    void a_screen_never_says_confirmed_and_a_second_confirmed_finding_goes_to_the_team() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        var first = collected(ward, maya);
        var second = collected(ward, maya);
        read(ward, maya, first, Result.Kind.POINT_OF_CARE, "", cocaine()).orThrow();
        assertThat(find(ward, maya, first).results().getFirst())
                .satisfies(one ->
                        assertThat(one.findings().getFirst().words(one.kind()))
                                .isEqualTo("Presumptive positive"));

        read(ward, maya, first, Result.Kind.CONFIRMATION, "R-1", cocaine()).orThrow();
        read(ward, maya, second, Result.Kind.CONFIRMATION, "R-2", cocaine()).orThrow();

        assertThat(talks(ward, maya, first).getFirst().kind()).isEqualTo(FollowUp.Kind.TALK);
        assertThat(talks(ward, maya, second))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(FollowUp.Kind.TEAM);
                    assertThat(one.dueOn()).isEqualTo(Clinic.MONDAY.plusDays(2));
                });
    }

    @Test
    void a_talk_is_closed_with_what_came_of_it() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        var test = collected(ward, maya);
        read(ward, maya, test, Result.Kind.POINT_OF_CARE, "", cocaine()).orThrow();
        var talk = talks(ward, maya, test).getFirst();

        assertThat(act(ward, maya, test, talk, FollowUp.Step.Kind.CLOSED, "").toString())
                .contains("MISSING");
        act(ward, maya, test, talk, FollowUp.Step.Kind.CLOSED, "Used on Saturday, plan changed")
                .orThrow();

        assertThat(talks(ward, maya, test).getFirst().isOpen()).isFalse();
        assertThatThrownBy(() -> act(ward, maya, test, talk, FollowUp.Step.Kind.TALKED, "Again"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_results_file_is_taken_whole_and_the_same_file_twice_changes_nothing() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        var test = collected(ward, maya);
        var label = find(ward, maya, test).specimen();
        var file =
                """
                specimen,accession,kind,reported_on,state,analyte,result,value
                %1$s,R-77,LABORATORY,2026-03-02,,COCAINE,POSITIVE,812 ng/mL
                %1$s,R-77,LABORATORY,2026-03-02,,THC,NEGATIVE,
                """
                        .formatted(label);

        assertThat(take(ward, file)).isEqualTo(new ResultFiles.Taken.Done(1, 0));
        assertThat(take(ward, file)).isEqualTo(new ResultFiles.Taken.Done(0, 1));

        assertThat(find(ward, maya, test).results())
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.accession()).isEqualTo("R-77");
                    assertThat(result.findings()).hasSize(2);
                    assertThat(result.consistent()).isFalse();
                });
        assertThat(talks(ward, maya, test)).hasSize(1);
        assertThat(take(ward, file.replace("POSITIVE", "NEGATIVE")).toString())
                .contains("Line 2", "says otherwise");
    }

    @Test
    void a_laboratorys_hl7_message_is_taken_as_a_file_is() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        var test = collected(ward, maya);
        var message =
                """
                MSH|^~\\&|LAB|NORTH|||20260302180000||ORU^R01|M-1|P|2.5.1
                OBR|1|%s|R-77|DRUGS||||||||||||||||||20260302|||F
                OBX|1|ST|COCAINE||POSITIVE||||||F
                """
                        .formatted(find(ward, maya, test).specimen());

        assertThat(take(ward, message.replace("|F\nOBX", "|P\nOBX")).toString())
                .contains("Segment 2, OBR-25");
        assertThat(find(ward, maya, test).results()).isEmpty();
        assertThat(take(ward, message)).isEqualTo(new ResultFiles.Taken.Done(1, 0));
        assertThat(take(ward, message)).isEqualTo(new ResultFiles.Taken.Done(0, 1));
        assertThat(talks(ward, maya, test)).hasSize(1);
    }

    @Test
    void a_correction_stands_and_what_was_said_before_stays_behind_it() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        var test = collected(ward, maya);
        var other = collected(ward, maya);
        var first = message(find(ward, maya, test).specimen(), "R-77", "POSITIVE", "F");
        take(ward, first);
        assertThat(talks(ward, maya, test))
                .singleElement()
                .extracting(FollowUp::kind)
                .isEqualTo(FollowUp.Kind.TALK);
        var corrected =
                message(find(ward, maya, test).specimen(), "R-77", "NEGATIVE", "C")
                        + message(find(ward, maya, other).specimen(), "R-78", "NEGATIVE", "F");

        assertThat(take(ward, corrected)).isEqualTo(new ResultFiles.Taken.Done(2, 0));

        assertThat(find(ward, maya, test).results())
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.consistent()).isTrue();
                    assertThat(result.before()).isNotNull();
                    assertThat(result.before().consistent()).isFalse();
                });
        assertThat(talks(ward, maya, test))
                .singleElement()
                .extracting(FollowUp::kind)
                .isEqualTo(FollowUp.Kind.CORRECTED);
        assertThat(take(ward, first)).isEqualTo(new ResultFiles.Taken.Done(0, 1));
        assertThat(take(ward, corrected)).isEqualTo(new ResultFiles.Taken.Done(0, 2));

        take(ward, message(find(ward, maya, test).specimen(), "R-77", "POSITIVE", "C"));
        assertThat(find(ward, maya, test).results())
                .singleElement()
                .satisfies(result -> assertThat(result.consistent()).isFalse());
        assertThat(take(ward, corrected)).isEqualTo(new ResultFiles.Taken.Done(0, 2));
    }

    private static String message(String specimen, String accession, String found, String status) {
        return """
        MSH|^~\\&|LAB|NORTH|||20260302180000||ORU^R01|M-1|P|2.5.1
        OBR|1|%s|%s|DRUGS||||||||||||||||||20260302|||%s
        OBX|1|ST|COCAINE||%s||||||F
        """
                .formatted(specimen, accession, status, found);
    }

    @Test
    void one_bad_row_names_itself_and_nothing_of_the_file_is_taken() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        var test = collected(ward, maya);
        var label = find(ward, maya, test).specimen();
        var waiting = find(ward, maya, order(ward, maya)).specimen();

        var taken =
                take(
                        ward,
                        """
                        specimen,accession,kind,reported_on,state,analyte,result,value
                        %1$s,R-77,LABORATORY,2026-03-02,,COCAINE,NEGATIVE,
                        %1$s,R-78,URINE,2026-03-02,,COCAINE,NEGATIVE,
                        %1$s,R-79,LABORATORY,yesterday,,SUGAR,MAYBE,
                        00000-00000,R-80,LABORATORY,2026-03-02,,COCAINE,NEGATIVE,
                        %2$s,R-81,LABORATORY,2026-03-02,,COCAINE,NEGATIVE,
                        %1$s,R-82,LABORATORY,2026-03-09,,COCAINE,NEGATIVE,
                        """
                                .formatted(label, waiting));

        assertThat(taken)
                .isInstanceOfSatisfying(
                        ResultFiles.Taken.Refused.class,
                        refused ->
                                assertThat(String.join("\n", refused.rows()))
                                        .contains("Line 3: The kind must be one of")
                                        .contains("Line 4: The result must be one of")
                                        .contains("Line 4: The reported_on must be a day")
                                        .contains("Line 4: The analyte is none")
                                        .contains("Line 5: There is no specimen")
                                        .contains("Line 6: This specimen was never collected")
                                        .contains("Line 7: Its reported_on is before")
                                        .doesNotContain("Line 2"));
        assertThat(find(ward, maya, test).results()).isEmpty();
        assertThat(take(ward, "a,b\n1,2\n").toString()).contains("The heading lacks specimen");
        assertThat(take(ward, "\"").toString()).contains("Line 1");
    }

    private static Map<String, Result.Outcome> cocaine() {
        return Map.of("COCAINE", Result.Outcome.POSITIVE);
    }

    private void takesPart(Clinic.Ward ward, Clinic.Client client, String perWeek) {
        ward.in(() ->
                tests.stand(
                                ward.permit(Action.DRUG_TEST_ORDER),
                                Ids.next(),
                                new ClientId(client.id()),
                                true,
                                "URINE_12",
                                new BigDecimal(perWeek),
                                "Agreed in the plan")
                        .orThrow());
    }

    private void run(Clinic.Ward ward) {
        ward.run(() -> draws.run(ward.permit(Action.DRUG_TEST_ORDER)));
    }

    private void at(LocalDate day, LocalTime time) {
        Instant at = day.atTime(time).atZone(ZONE).toInstant();
        clock.set(at);
    }

    private List<Draw> drawn(Clinic.Ward ward) {
        return ward.in(
                () -> draws.of(ward.permit(Action.DRUG_TEST_VIEW), new SiteId(ward.site()), 10));
    }

    private Draw open(Clinic.Ward ward, DrawId draw) {
        return ward.in(() -> draws.open(ward.permit(Action.DRUG_TEST_VIEW), draw));
    }

    private List<DrugTest> due(Clinic.Ward ward, LocalDate day) {
        return ward.in(() ->
                tests.on(ward.permit(Action.DRUG_TEST_COLLECT), new SiteId(ward.site()), day));
    }

    private TestId order(Clinic.Ward ward, ClientId client) {
        return ward.in(() ->
                tests.order(
                                ward.permit(Action.DRUG_TEST_ORDER),
                                Ids.next(),
                                client,
                                "URINE_12",
                                DrugTest.Why.SCHEDULED,
                                Clinic.MONDAY)
                        .orThrow());
    }

    private TestId collected(Clinic.Ward ward, ClientId client) {
        var test = order(ward, client);
        ward.in(() ->
                specimens
                        .collect(
                                ward.permit(Action.DRUG_TEST_COLLECT),
                                client,
                                test,
                                new Specimens.Collection(
                                        find(ward, client, test).specimen(),
                                        true,
                                        new BigDecimal("95"),
                                        "",
                                        true,
                                        ""))
                        .orThrow());
        return test;
    }

    private Change<TestId> missed(
            Clinic.Ward ward, ClientId client, TestId test, Custody.Missed why, String words) {
        return ward.in(() ->
                specimens.missed(ward.permit(Action.DRUG_TEST_COLLECT), client, test, why, words));
    }

    private Change<TestId> pass(
            Clinic.Ward ward, ClientId client, TestId test, Custody.Kind kind, String to) {
        return ward.in(() ->
                specimens.pass(ward.permit(Action.DRUG_TEST_COLLECT), client, test, kind, to, ""));
    }

    private Change<UUID> read(
            Clinic.Ward ward,
            ClientId client,
            TestId test,
            Result.Kind kind,
            String accession,
            Map<String, Result.Outcome> outcomes) {
        var findings = new java.util.LinkedHashMap<String, Results.Read>();
        outcomes.forEach((id, outcome) -> findings.put(id, new Results.Read(outcome, "")));
        return ward.in(() ->
                results.record(
                        ward.permit(Action.DRUG_TEST_RESULT),
                        Ids.next(),
                        client,
                        test,
                        new Results.Reading(
                                kind, accession, Result.State.VALID, Clinic.MONDAY, findings)));
    }

    private Change<FollowUpId> act(
            Clinic.Ward ward,
            ClientId client,
            TestId test,
            FollowUp talk,
            FollowUp.Step.Kind kind,
            String words) {
        return ward.in(() ->
                followUps.act(
                        ward.permit(Action.DRUG_TEST_RESULT),
                        Ids.next(),
                        client,
                        test,
                        talk.id(),
                        kind,
                        words));
    }

    private List<FollowUp> talks(Clinic.Ward ward, ClientId client, TestId test) {
        return ward.in(() -> followUps.of(ward.permit(Action.DRUG_TEST_VIEW), client, test));
    }

    private DrugTest find(Clinic.Ward ward, ClientId client, TestId test) {
        return ward.in(() -> tests.open(ward.permit(Action.DRUG_TEST_VIEW), client, test));
    }

    private ResultFiles.Taken take(Clinic.Ward ward, String file) {
        return ward.in(() ->
                files.take(
                        ward.permit(Action.DRUG_TEST_RESULT),
                        file.getBytes(StandardCharsets.UTF_8)));
    }

    private void takes(Clinic.Ward ward, ClientId client, String name) {
        ward.in(() ->
                medications
                        .list(
                                ward.permit(Action.MEDICATION_EDIT),
                                Ids.next(),
                                client,
                                new Medication.Details(
                                        name,
                                        "",
                                        "",
                                        "",
                                        "",
                                        Medication.Source.BOTTLE,
                                        null,
                                        false,
                                        "",
                                        null,
                                        Medication.Adherence.UNKNOWN),
                                "")
                        .orThrow());
    }

    private static Permit other(Clinic.Ward ward) {
        return Permit.granted(
                new Actor(
                        ward.organization(),
                        new UUID(9, 9),
                        ward.coLead(),
                        "Jin Kim",
                        Set.of(Role.CLINICIAN),
                        Set.of()),
                Action.DRUG_TEST_COLLECT,
                Permit.Purpose.TREATMENT,
                null);
    }

    private static DrugTest with(DrugTest test, List<Custody> custody) {
        return new DrugTest(
                test.id(),
                test.client(),
                test.site(),
                test.day(),
                test.panel(),
                test.why(),
                test.draw(),
                test.specimen(),
                test.orderedAt(),
                test.orderedBy(),
                custody,
                test.results());
    }
}
