package care.trellis.documents;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Role;
import care.trellis.clients.ClientId;
import care.trellis.notes.Drafts;
import care.trellis.notes.LineText;
import care.trellis.notes.Notes;
import care.trellis.notes.SharedText;
import care.trellis.papers.Answers;
import care.trellis.papers.Papers;
import care.trellis.plans.PlanSignatures;
import care.trellis.plans.TreatmentPlan;
import care.trellis.plans.TreatmentPlans;
import care.trellis.sessions.SessionId;
import care.trellis.testing.Clinic;
import care.trellis.testing.Pdf;
import care.trellis.testing.TrellisTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

@TrellisTest
class PrintedRecordTest {

    @Autowired MockMvc browser;
    @Autowired Clinic clinic;
    @Autowired Papers papers;
    @Autowired TreatmentPlans plans;
    @Autowired PlanSignatures signatures;
    @Autowired Drafts drafts;
    @Autowired Notes notes;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    Clinic.Ward ward;
    Clinic.Client maya;
    ClientId client;

    @BeforeEach
    void given() {
        ward = clinic.open();
        maya = clinic.maya(ward);
        client = new ClientId(maya.id());
    }

    @Test
    void a_paper_is_had_as_a_tagged_file() throws Exception {
        var edit = ward.permit(Action.PAPER_EDIT);
        var paper = ward.in(() -> papers.begin(edit, Ids.next(), client, "crisis-plan"));
        ward.run(() ->
                papers.save(
                        edit,
                        client,
                        paper,
                        "signs",
                        0,
                        new Answers(Map.of("crisis_signs", List.of("I stop answering & <pace>")))));

        var pdf = pdf("/papers/" + paper.value() + "/pdf");

        assertThat(Pdf.flaws(pdf)).isEmpty();
        assertThat(Pdf.words(pdf)).contains("Maya Reyes", "Draft, not signed");
    }

    @Test
    void a_signed_plan_is_had_as_a_tagged_file() throws Exception {
        var edit = ward.permit(Action.PLAN_EDIT);
        var version =
                ward.in(() -> {
                    var problem =
                            plans.addProblem(edit, Ids.next(), client, "Low mood", "F33.1")
                                    .orThrow();
                    var goal =
                            plans.addGoal(edit, Ids.next(), client, problem, "Be out again")
                                    .orThrow();
                    plans.aim(edit, client, new care.trellis.episodes.GoalId(maya.goal()), problem);
                    for (var aim : List.of(goal.value(), maya.goal())) {
                        var objective =
                                plans.addObjective(
                                                edit,
                                                Ids.next(),
                                                client,
                                                new care.trellis.episodes.GoalId(aim),
                                                new TreatmentPlan.Target(
                                                        "Feel better on most days",
                                                        "PHQ-9",
                                                        true,
                                                        "18",
                                                        "9",
                                                        LocalDate.of(2026, 5, 1)))
                                        .orThrow();
                        plans.addIntervention(
                                        edit,
                                        Ids.next(),
                                        client,
                                        objective,
                                        new TreatmentPlan.Terms(
                                                TreatmentPlan.Modality.GROUP,
                                                "CBT",
                                                BigDecimal.valueOf(9),
                                                60,
                                                8,
                                                "Maria Ortiz, LCSW"))
                                .orThrow();
                    }
                    return signatures
                            .sign(ward.permit(Action.PLAN_SIGN), Ids.next(), client)
                            .orThrow();
                });

        var pdf = pdf("/plan/versions/" + version.value() + "/pdf");

        assertThat(Pdf.flaws(pdf)).isEmpty();
        assertThat(Pdf.words(pdf)).contains("Maya Reyes", "Low mood", "Feel better");
    }

    @Test
    void a_signed_note_is_had_as_a_tagged_file() throws Exception {
        var session =
                new SessionId(
                        clinic.session(
                                ward, Clinic.MONDAY.minusDays(1), LocalTime.of(9, 0), 60, maya));
        clinic.write(
                ward,
                """
                insert into attendance.mark (organization_id, session_id, client_id, local_date, status, arrived_at,
                    left_at, estimated, last_event)
                select organization_id, id, ?, local_date, 'PRESENT', starts_at, ends_at, false, 2
                from sessions.session where id = ?
                """,
                maya.id(),
                session.value());
        var write = ward.permit(Action.NOTE_WRITE);
        ward.run(() -> {
            drafts.saveShared(
                    write, session, 0, Ids.next(), new SharedText("Sleep", "CBT", "We spoke."));
            drafts.saveLine(
                    write,
                    session,
                    client,
                    0,
                    Ids.next(),
                    LineText.of("Named two triggers.", 3, clinic.objective(ward, maya), ""));
            notes.sign(ward.permit(Action.NOTE_SIGN), Ids.next(), session, "Written on Monday");
        });
        var note =
                ward.in(() ->
                        transaction.execute(status ->
                                jdbc.sql("select id from notes.public_signed")
                                        .query(UUID.class)
                                        .single()));

        var pdf = pdf("/notes/" + note + "/pdf");

        assertThat(Pdf.flaws(pdf)).isEmpty();
        assertThat(Pdf.words(pdf)).contains("Maya Reyes", "Named two triggers.");
    }

    private byte[] pdf(String path) throws Exception {
        return browser.perform(
                        MockMvcRequestBuilders.get("/clients/" + maya.id() + path)
                                .with(ward.signedIn(Role.CLINICIAN)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }
}
