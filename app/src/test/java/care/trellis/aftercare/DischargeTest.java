package care.trellis.aftercare;

import static care.trellis.testing.Clinic.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.clients.ClientId;
import care.trellis.episodes.DischargeReason;
import care.trellis.episodes.Episode;
import care.trellis.episodes.Episodes;
import care.trellis.papers.Answers;
import care.trellis.papers.FormDefinition;
import care.trellis.papers.Forms;
import care.trellis.papers.PaperId;
import care.trellis.papers.PaperSignatures;
import care.trellis.papers.Papers;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TrellisTest
class DischargeTest {

    @Autowired Clinic clinic;
    @Autowired Papers papers;
    @Autowired PaperSignatures signatures;
    @Autowired Forms forms;
    @Autowired Episodes episodes;
    @Autowired Aftercare aftercare;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void a_signed_discharge_ends_the_stay_and_gives_up_the_seats_ahead() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var client = new ClientId(maya.id());
        clinic.session(ward, MONDAY.plusDays(2), LocalTime.of(9, 0), 60, maya);
        enrolled(ward, maya);

        sign(ward, client, Map.of("last_day", List.of("2026-03-03"))).orThrow();

        var stay = ward.in(() -> episodes.of(ward.permit(Action.EPISODE_EDIT), client)).getFirst();
        assertThat(stay.discharge())
                .isEqualTo(new Episode.Discharge(MONDAY.plusDays(1), DischargeReason.COMPLETED));
        assertThat(stay.placements().getLast().to()).isEqualTo(MONDAY.plusDays(1));
        assertThat(seats(ward, maya)).isZero();
    }

    @Test
    void a_last_day_before_the_stay_is_refused_and_nothing_is_signed() {
        var ward = clinic.open();
        var client = new ClientId(clinic.maya(ward).id());

        var refused = sign(ward, client, Map.of("last_day", List.of("2025-12-01")));

        assertThat(refused)
                .isInstanceOfSatisfying(
                        Change.Refused.class,
                        it -> assertThat(it.problems().toString()).contains("Jan 5, 2026"));
        assertThat(ward.in(() -> episodes.of(ward.permit(Action.EPISODE_EDIT), client)))
                .allMatch(Episode::isOpen);
    }

    @Test
    void appointments_referrals_and_check_ins_become_tasks_that_are_kept_or_not() {
        var ward = clinic.open();
        var client = new ClientId(clinic.maya(ward).id());
        sign(
                        ward,
                        client,
                        Map.of(
                                "last_day", List.of("2026-03-02"),
                                "appointments.0.0", List.of("Dr. Lee"),
                                "appointments.0.1", List.of("2026-03-06"),
                                "appointments.0.2", List.of("Northside, 555-0100"),
                                "referrals", List.of("Housing office"),
                                "alumni_consent", List.of("yes"),
                                "alumni_way", List.of("Phone call"),
                                "check_in_days", List.of("7 days", "30 days")))
                .orThrow();

        var promised = promises(ward, client);

        assertThat(promised)
                .extracting(one -> one.kind() + " " + one.due())
                .containsExactlyInAnyOrder(
                        "APPOINTMENT 2026-03-06",
                        "CHECK_IN 2026-03-09",
                        "REFERRAL 2026-03-09",
                        "CHECK_IN 2026-04-01");
        assertThat(promised.getFirst().words()).isEqualTo("Dr. Lee, Northside, 555-0100");
        assertThat(answer(ward, client, promised.getFirst(), Promise.Outcome.NOT_KEPT, ""))
                .isInstanceOf(Change.Refused.class);
        answer(ward, client, promised.getFirst(), Promise.Outcome.NOT_KEPT, "No ride: booked anew")
                .orThrow();
        assertThat(promises(ward, client).getLast().answered())
                .extracting(Promise.Answered::outcome)
                .isEqualTo(Promise.Outcome.NOT_KEPT);
    }

    private Change<PaperId> sign(
            Clinic.Ward ward, ClientId client, Map<String, List<String>> answers) {
        var edit = ward.permit(Action.PAPER_EDIT);
        var form = forms.find("discharge").orElseThrow();
        return ward.in(() -> {
            var paper = papers.begin(edit, Ids.next(), client, "discharge");
            for (var section : form.sections()) {
                papers.save(edit, client, paper, section.id(), 0, all(section, answers));
            }
            return signatures.sign(ward.permit(Action.PAPER_SIGN), Ids.next(), client, paper, true);
        });
    }

    /** These answers, and something for whatever else is needed. */
    private static Answers all(FormDefinition.Section section, Map<String, List<String>> answers) {
        var all = new HashMap<String, List<String>>();
        for (var question : section.questions()) {
            if (question.needed()) {
                var options = new ArrayList<>(question.options());
                all.put(
                        question.kind() == FormDefinition.Kind.TABLE
                                ? question.cell(2, 3)
                                : question.id(),
                        List.of(
                                switch (question.kind()) {
                                    case CHOICE -> options.getFirst();
                                    case YES_NO -> "no";
                                    default -> "Said";
                                }));
            }
        }
        all.putAll(answers);
        return new Answers(all);
    }

    private List<Promise> promises(Clinic.Ward ward, ClientId client) {
        return ward.in(() -> aftercare.of(ward.permit(Action.AFTERCARE_EDIT), client));
    }

    private Change<PromiseId> answer(
            Clinic.Ward ward,
            ClientId client,
            Promise promise,
            Promise.Outcome outcome,
            String words) {
        return ward.in(() ->
                aftercare.answer(
                        ward.permit(Action.AFTERCARE_EDIT), client, promise.id(), outcome, words));
    }

    private void enrolled(Clinic.Ward ward, Clinic.Client maya) {
        clinic.write(
                ward,
                """
                insert into sessions.enrollment (organization_id, id, client_id, episode_id, track_id, from_date)
                values (?, ?, ?, ?, ?, ?)
                """,
                ward.organization().value(),
                Ids.next(),
                maya.id(),
                maya.episode(),
                ward.track(),
                MONDAY);
    }

    private int seats(Clinic.Ward ward, Clinic.Client maya) {
        return ward.in(() ->
                transaction.execute(status ->
                        jdbc.sql("select count(*) from sessions.public_roster where client_id = ?")
                                .param(maya.id())
                                .query(Integer.class)
                                .single()));
    }
}
