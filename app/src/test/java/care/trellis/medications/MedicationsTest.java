package care.trellis.medications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.medications.Medication.Adherence;
import care.trellis.medications.Medication.Details;
import care.trellis.medications.Medication.Source;
import care.trellis.medications.Reconciliation.Answer;
import care.trellis.medications.Reconciliation.Decision;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import care.trellis.web.ChartPart;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@TrellisTest
class MedicationsTest {

    @Autowired Medications medications;
    @Autowired Allergies allergies;
    @Autowired Reconciliations reconciliations;
    @Autowired Clinic clinic;
    @Autowired List<ChartPart> parts;
    @Autowired SettableClock clock;
    @Autowired MockMvc browser;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void what_was_known_before_a_change_stays_with_its_author_and_why() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        var sertraline = list(ward, maya, details("Sertraline", "50 mg", "daily"));

        var changed =
                ward.in(() ->
                        medications.change(
                                ward.permit(Action.MEDICATION_EDIT),
                                maya,
                                sertraline,
                                1,
                                details("Sertraline", "100 mg", "daily"),
                                "Sleep is no better"));

        assertThat(changed).isInstanceOf(Change.Done.class);
        assertThat(of(ward, maya))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.now().details().dose()).isEqualTo("100 mg");
                    assertThat(one.now().reason()).isEqualTo("Sleep is no better");
                    assertThat(one.steps().getFirst().details().dose()).isEqualTo("50 mg");
                    assertThat(one.steps().getFirst().by()).isEqualTo("Maria Ortiz");
                });
    }

    @Test
    void what_was_begun_and_stopped_is_drawn_into_the_charts_of_scores() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        var sertraline = list(ward, maya, details("Sertraline", "50 mg", "daily"));
        stop(ward, maya, sertraline, 1, Clinic.MONDAY.minusDays(3), "Rash");

        assertThat(
                        ward.in(() ->
                                parts.stream()
                                        .flatMap(part ->
                                                part
                                                        .turns(
                                                                ward.permit(Action.MEASURE_VIEW),
                                                                maya.value())
                                                        .stream())
                                        .map(turn -> turn.day() + " " + turn.event().title())
                                        .toList()))
                .containsExactly(
                        "2026-01-10 Sertraline started",
                        Clinic.MONDAY.minusDays(3) + " Sertraline stopped");
    }

    @Test
    void why_something_changed_is_not_readable_in_the_table() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        var sertraline = list(ward, maya, details("Sertraline", "50 mg", "daily"));
        stop(ward, maya, sertraline, 1, Clinic.MONDAY, "Felt nothing any more");

        var stored =
                ward.in(() ->
                        transaction.execute(status ->
                                jdbc.sql(
                                                "select encode(reason, 'escape') from medications.step where organization_id = ? and number = 2")
                                        .param(ward.organization().value())
                                        .query(String.class)
                                        .single()));

        assertThat(stored).doesNotContain("nothing");
    }

    @Test
    void the_second_of_two_who_change_one_line_is_told_so() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        var sertraline = list(ward, maya, details("Sertraline", "50 mg", "daily"));
        stop(ward, maya, sertraline, 1, Clinic.MONDAY, "Rash");

        var late =
                ward.in(() ->
                        medications.change(
                                ward.permit(Action.MEDICATION_EDIT),
                                maya,
                                sertraline,
                                1,
                                details("Sertraline", "75 mg", "daily"),
                                "More"));

        assertThat(late)
                .isInstanceOfSatisfying(
                        Change.Refused.class,
                        refused ->
                                assertThat(refused.problems().toString())
                                        .contains("CHANGED_MEANWHILE"));
        assertThat(of(ward, maya).getFirst().isActive()).isFalse();
    }

    @Test
    void a_day_of_stopping_before_the_start_or_after_today_is_refused() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        var sertraline = list(ward, maya, details("Sertraline", "50 mg", "daily"));

        assertThat(stop(ward, maya, sertraline, 1, Clinic.MONDAY.plusDays(1), "x").toString())
                .contains("IN_FUTURE");
        assertThat(stop(ward, maya, sertraline, 1, LocalDate.of(2025, 1, 1), "x").toString())
                .contains("BEFORE_START");
        assertThat(stop(ward, maya, sertraline, 1, Clinic.MONDAY, " ").toString())
                .contains("MISSING");
    }

    @Test
    void what_is_taken_on_a_day_counts_the_last_day_and_leaves_out_mistakes() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        var stopped = list(ward, maya, details("Sertraline", "50 mg", "daily"));
        stop(ward, maya, stopped, 1, Clinic.MONDAY, "Rash");
        var mistake = list(ward, maya, details("Oxycodone", "", ""));
        ward.in(() ->
                medications
                        .stop(
                                ward.permit(Action.MEDICATION_EDIT),
                                maya,
                                mistake,
                                1,
                                Clinic.MONDAY,
                                true,
                                "Another client's bottle")
                        .orThrow());

        assertThat(takenOn(ward, maya, Clinic.MONDAY)).containsExactly("Sertraline");
        assertThat(takenOn(ward, maya, Clinic.MONDAY.plusDays(1))).isEmpty();
    }

    @Test
    void an_allergy_taken_back_stays_in_sight_and_none_known_is_refused_while_one_stands() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        var permit = ward.permit(Action.MEDICATION_EDIT);
        var penicillin =
                ward.in(() ->
                        allergies
                                .note(
                                        permit,
                                        Ids.next(),
                                        maya,
                                        "Penicillin",
                                        "Hives",
                                        Allergy.Severity.MODERATE)
                                .orThrow());

        assertThat(ward.in(() -> allergies.noneKnown(permit, maya)).toString()).contains("NOTED");
        ward.in(() ->
                allergies
                        .takeBack(permit, maya, penicillin, "Tested by the allergist, negative")
                        .orThrow());
        clock.set(clock.instant().plus(Duration.ofMinutes(1)));
        ward.in(() -> allergies.noneKnown(permit, maya).orThrow());

        var known = ward.in(() -> allergies.of(ward.permit(Action.MEDICATION_VIEW), maya));
        assertThat(known.standing()).isEmpty();
        assertThat(known.noneKnown()).startsWith("Maria Ortiz");
        assertThat(known.listed())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.takenBack()).isTrue();
                    assertThat(one.reason()).contains("negative");
                });
    }

    @Test
    void a_reconciliation_changes_the_list_and_says_what_differs() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        var sertraline = list(ward, maya, details("Sertraline", "50 mg", "daily"));
        var trazodone = list(ward, maya, details("Trazodone", "50 mg", "at night"));
        var unknown = list(ward, maya, details("A white pill", "", ""));
        noAllergies(ward, maya);

        var id =
                sign(
                                ward,
                                maya,
                                answer(sertraline, Decision.CHANGED, "100 mg", "daily", "Ordered"),
                                answer(trazodone, Decision.STOPPED, "", "", "Sleeps well"),
                                answer(unknown, Decision.UNKNOWN, "", "", ""))
                        .orThrow();

        var signed =
                ward.in(() -> reconciliations.open(ward.permit(Action.MEDICATION_VIEW), maya, id));
        assertThat(signed.intact()).isTrue();
        assertThat(signed.unknown()).isEqualTo(1);
        assertThat(signed.content().lines())
                .extracting(Reconciliation.Line::now)
                .containsExactly(
                        "100 mg, by mouth, daily", "", "dose unknown, by mouth, how often unknown");
        assertThat(of(ward, maya).stream().filter(Medication::isActive))
                .extracting(one -> one.now().details().how())
                .contains("100 mg, by mouth, daily")
                .hasSize(2);
        assertThat(of(ward, maya).get(1).now().reconciliation()).isEqualTo(id);
    }

    @Test
    void every_line_needs_a_decision_and_somebody_must_have_asked_about_allergies() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        var sertraline = list(ward, maya, details("Sertraline", "50 mg", "daily"));

        var nothing = sign(ward, maya).toString();
        var same =
                sign(ward, maya, answer(sertraline, Decision.CHANGED, "50 mg", "daily", ""))
                        .toString();

        assertThat(nothing).contains("ALLERGIES", "decision-" + sertraline.value());
        assertThat(same).contains("SAME", "reason-" + sertraline.value());
        assertThat(of(ward, maya).getFirst().steps()).hasSize(1);
    }

    @Test
    void signing_twice_with_one_key_signs_once() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        var sertraline = list(ward, maya, details("Sertraline", "50 mg", "daily"));
        noAllergies(ward, maya);
        var key = Ids.next();
        var answer = answer(sertraline, Decision.CHANGED, "75 mg", "daily", "Ordered");

        sign(ward, maya, key, answer).orThrow();
        sign(ward, maya, key, answer).orThrow();

        assertThat(ward.in(() -> reconciliations.of(ward.permit(Action.MEDICATION_VIEW), maya)))
                .hasSize(1);
        assertThat(of(ward, maya).getFirst().steps()).hasSize(2);
    }

    @Test
    void a_change_of_level_asks_for_a_comparison_and_one_answers_it() {
        var ward = clinic.open();
        var client = clinic.maya(ward);
        var maya = new ClientId(client.id());
        noAllergies(ward, maya);
        assertThat(due(ward, maya)).isEqualTo("ADMISSION since 2026-01-05");
        sign(ward, maya).orThrow();
        assertThat(due(ward, maya)).isEmpty();

        clock.set(clock.instant().plus(Duration.ofDays(3)));
        clinic.write(
                ward,
                """
                insert into episodes.placement (organization_id, id, episode_id, level_of_care, from_date)
                values (?, ?, ?, 'OP', ?)
                """,
                ward.organization().value(),
                Ids.next(),
                client.episode(),
                Clinic.MONDAY.plusDays(2));

        assertThat(due(ward, maya)).isEqualTo("TRANSITION since 2026-03-04");
        sign(ward, maya).orThrow();
        assertThat(due(ward, maya)).isEmpty();
    }

    @Test
    void an_antipsychotic_asks_for_the_aims_in_the_inbox_and_on_the_page() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        list(ward, new ClientId(maya.id()), details("Risperdal (risperidone)", "1 mg", "daily"));

        assertThat(page(ward, "/", Role.PRESCRIBER)).contains("Rate the AIMS");
        assertThat(page(ward, "/clients/" + maya.id() + "/medications", Role.PRESCRIBER))
                .contains("An antipsychotic is on the list", "The AIMS was due Jan 10, 2026");
    }

    @Test
    void addiction_treatment_that_comes_due_waits_for_whoever_prescribes() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        list(
                ward,
                new ClientId(maya.id()),
                new Details(
                        "Sublocade",
                        "300 mg",
                        "injection",
                        "monthly",
                        "Nadia Haddad",
                        Source.PRESCRIBED_HERE,
                        null,
                        true,
                        "Here",
                        Clinic.MONDAY.minusDays(1),
                        Adherence.AS_PRESCRIBED));

        assertThat(page(ward, "/", Role.PRESCRIBER)).contains("Sublocade was due: call");
        assertThat(page(ward, "/clients/" + maya.id() + "/medications", Role.CLINICIAN))
                .contains("Addiction treatment, Here", "was due Mar 1, 2026");
    }

    @Test
    void a_list_is_written_reconciled_and_printed_on_its_pages() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var path = "/clients/" + maya.id();
        var key = Ids.next();
        send(
                ward,
                path + "/medications",
                "key",
                key.toString(),
                "name",
                "Sertraline",
                "dose",
                "50 mg",
                "route",
                "by mouth",
                "frequency",
                "daily",
                "source",
                "BOTTLE",
                "adherence",
                "SOMETIMES");
        send(ward, path + "/allergies/none");
        assertThat(page(ward, path + "/medications", Role.CLINICIAN))
                .contains("Sertraline", "50 mg, by mouth, daily", "None known", "Sometimes")
                .contains("Admission of Jan 5, 2026: was due Jan 8, 2026.");
        assertThat(page(ward, path + "/medications/reconciliation", Role.CLINICIAN))
                .contains("What becomes of it", "The program does not check interactions.");

        send(
                ward,
                path + "/medications/reconciliations",
                "key",
                Ids.next().toString(),
                "moment",
                "ADMISSION",
                "sources",
                "BOTTLE",
                "checked",
                "true",
                "seen-" + key,
                "1",
                "decision-" + key,
                "CHANGED",
                "dose-" + key,
                "100 mg",
                "frequency-" + key,
                "daily",
                "reason-" + key,
                "The bottle says 100",
                "adherence-" + key,
                "AS_PRESCRIBED");

        assertThat(page(ward, path + "/medications", Role.CLINICIAN))
                .contains("100 mg, by mouth, daily", "A prescriber looks through it");
        assertThat(page(ward, "/", Role.PRESCRIBER)).contains("Look through what Maria Ortiz");
        assertThat(page(ward, path + "/medications/sheet", Role.CLINICIAN))
                .contains("My medications", "100 mg, by mouth, daily", "988");
        assertThat(page(ward, path, Role.CLINICIAN)).contains("Sertraline: changed");
    }

    @Test
    void a_comparison_with_gaps_comes_back_with_what_was_typed() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var id = list(ward, new ClientId(maya.id()), details("Sertraline", "50 mg", "daily"));

        var page =
                browser.perform(
                                post("/clients/" + maya.id() + "/medications/reconciliations")
                                        .with(csrf())
                                        .with(ward.signedIn(Role.CLINICIAN))
                                        .param("key", Ids.next().toString())
                                        .param("seen-" + id.value(), "1")
                                        .param("decision-" + id.value(), "STOPPED")
                                        .param("dose-" + id.value(), "50 mg")
                                        .param("frequency-" + id.value(), "daily"))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();

        assertThat(page)
                .contains("Enter why.", "Tick at least one thing", "Nobody asked about allergies")
                .containsPattern("value=\"STOPPED\" checked");
    }

    @Test
    void front_desk_finds_no_medications() throws Exception {
        var ward = clinic.open();

        browser.perform(
                        get("/clients/" + clinic.maya(ward).id() + "/medications")
                                .with(ward.signedIn(Role.FRONT_DESK)))
                .andExpect(status().isNotFound());
    }

    private static Details details(String name, String dose, String frequency) {
        return new Details(
                name,
                dose,
                "by mouth",
                frequency,
                "",
                Source.CLIENT,
                LocalDate.of(2026, 1, 10),
                false,
                "",
                null,
                Adherence.UNKNOWN);
    }

    private MedicationId list(Clinic.Ward ward, ClientId client, Details details) {
        return ward.in(() ->
                medications
                        .list(ward.permit(Action.MEDICATION_EDIT), Ids.next(), client, details, "")
                        .orThrow());
    }

    private Change<MedicationId> stop(
            Clinic.Ward ward,
            ClientId client,
            MedicationId medication,
            int seen,
            LocalDate on,
            String why) {
        return ward.in(() ->
                medications.stop(
                        ward.permit(Action.MEDICATION_EDIT),
                        client,
                        medication,
                        seen,
                        on,
                        false,
                        why));
    }

    private void noAllergies(Clinic.Ward ward, ClientId client) {
        ward.in(() -> allergies.noneKnown(ward.permit(Action.MEDICATION_EDIT), client).orThrow());
    }

    private static Answer answer(
            MedicationId medication,
            Decision decision,
            String dose,
            String frequency,
            String reason) {
        return new Answer(medication, 1, decision, dose, frequency, Adherence.UNKNOWN, reason);
    }

    private Change<ReconciliationId> sign(Clinic.Ward ward, ClientId client, Answer... answers) {
        return sign(ward, client, Ids.next(), answers);
    }

    private Change<ReconciliationId> sign(
            Clinic.Ward ward, ClientId client, UUID key, Answer... answers) {
        return ward.in(() ->
                reconciliations.sign(
                        ward.permit(Action.MEDICATION_RECONCILE),
                        key,
                        client,
                        Reconciliation.Moment.ADMISSION,
                        List.of(Source.BOTTLE),
                        true,
                        Arrays.asList(answers)));
    }

    private List<Medication> of(Clinic.Ward ward, ClientId client) {
        return ward.in(() -> medications.of(ward.permit(Action.MEDICATION_VIEW), client));
    }

    private List<String> takenOn(Clinic.Ward ward, ClientId client, LocalDate day) {
        return ward
                .in(() -> medications.takenOn(ward.permit(Action.MEDICATION_VIEW), client, day))
                .stream()
                .map(one -> one.now().details().name())
                .toList();
    }

    private String due(Clinic.Ward ward, ClientId client) {
        return ward.in(() ->
                reconciliations
                        .due(ward.permit(Action.MEDICATION_VIEW), client)
                        .map(due -> due.moment() + " since " + due.since())
                        .orElse(""));
    }

    private void send(Clinic.Ward ward, String path, String... fields) throws Exception {
        var request = post(path).with(csrf()).with(ward.signedIn(Role.CLINICIAN));
        for (int field = 0; field < fields.length; field += 2) {
            request.param(fields[field], fields[field + 1]);
        }
        browser.perform(request).andExpect(status().is3xxRedirection());
    }

    private String page(Clinic.Ward ward, String path, Role role) throws Exception {
        return browser.perform(get(path).with(ward.signedIn(role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
