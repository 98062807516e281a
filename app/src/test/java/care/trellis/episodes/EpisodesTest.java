package care.trellis.episodes;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.clients.ClientId;
import care.trellis.organizations.LevelOfCare;
import care.trellis.organizations.ProgramId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TrellisTest
class EpisodesTest {

    private static final LocalDate ADMITTED = LocalDate.of(2026, 1, 5);
    private static final LocalDate MONDAY = Clinic.MONDAY;

    @Autowired Episodes episodes;
    @Autowired Plans plans;
    @Autowired Diagnoses diagnoses;
    @Autowired Scores scores;
    @Autowired Clinic clinic;

    @Test
    void a_client_is_admitted_to_a_program_once_at_a_time() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);

        assertThat(admit(ward, maya, Ids.next(), MONDAY))
                .isEqualTo(new Admission.AlreadyAdmitted(new EpisodeId(maya.episode())));
    }

    @Test
    void after_discharge_a_client_may_come_back_and_a_form_sent_twice_admits_once() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        discharge(ward, maya, MONDAY.minusDays(10));
        var key = Ids.next();

        var first = admit(ward, maya, key, MONDAY);
        var second = admit(ward, maya, key, MONDAY);

        assertThat(first).isEqualTo(new Admission.Admitted(new EpisodeId(key)));
        assertThat(second).isEqualTo(first);
        assertThat(of(ward, maya)).hasSize(2);
    }

    @Test
    void a_new_stay_cannot_begin_before_the_last_one_ended() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        discharge(ward, maya, MONDAY);

        assertThat(admit(ward, maya, Ids.next(), MONDAY.minusDays(1)))
                .isEqualTo(new Admission.BeforeLastDischarge());
    }

    @Test
    void nobody_is_admitted_to_a_program_of_another_organization() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var theirs = clinic.open();

        var answer =
                ward.in(() ->
                        episodes.admit(
                                ward.permit(Action.EPISODE_EDIT),
                                Ids.next(),
                                new ClientId(maya.id()),
                                new ProgramId(theirs.program()),
                                LevelOfCare.IOP,
                                MONDAY));

        assertThat(answer).isEqualTo(new Admission.NoSuchProgram());
    }

    @Test
    void a_step_down_keeps_the_episode_and_ends_the_level_the_day_before() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);

        var before = place(ward, maya, LevelOfCare.OP, MONDAY);

        var episode = of(ward, maya).getFirst();
        assertThat(episode.id().value()).isEqualTo(maya.episode());
        assertThat(episode.placements())
                .containsExactly(
                        new Episode.Placement(LevelOfCare.IOP, ADMITTED, MONDAY.minusDays(1)),
                        new Episode.Placement(LevelOfCare.OP, MONDAY, null));
        assertThat(before).containsExactly(new Episode.Placement(LevelOfCare.IOP, ADMITTED, null));
    }

    @Test
    void a_discharge_before_admission_is_refused_and_a_second_one_keeps_the_first() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);

        assertThat(discharge(ward, maya, ADMITTED.minusDays(1)))
                .isEqualTo(new Discharging.BeforeAdmission(ADMITTED));
        assertThat(discharge(ward, maya, MONDAY)).isEqualTo(new Discharging.Discharged());
        assertThat(discharge(ward, maya, MONDAY.plusDays(3)))
                .isEqualTo(new Discharging.AlreadyDischarged(MONDAY));
    }

    @Test
    void a_plan_holds_from_its_day_until_the_next_version() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var less = new Plan.Version(360, MONDAY, MONDAY, null);

        assertThat(adopt(ward, maya, less)).isEqualTo(new Planning.Planned());

        var plan = plan(ward, maya);
        assertThat(plan.on(MONDAY.minusDays(1)).orElseThrow().minutesPerWeek()).isEqualTo(540);
        assertThat(plan.on(MONDAY)).contains(less);
        assertThat(adopt(ward, maya, new Plan.Version(360, ADMITTED.minusDays(1), null, null)))
                .isEqualTo(new Planning.BeforeAdmission(ADMITTED));
    }

    @Test
    void goals_are_numbered_as_they_come_and_a_closed_one_keeps_its_number() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var client = new ClientId(maya.id());
        var episode = new EpisodeId(maya.episode());
        var permit = ward.permit(Action.PLAN_EDIT);

        ward.run(() -> {
            plans.closeGoal(permit, client, episode, new GoalId(maya.goal()), MONDAY);
            plans.addGoal(permit, Ids.next(), client, episode, "Call a friend twice a week");
        });

        assertThat(plan(ward, maya).goals())
                .extracting(Plan.Goal::number, Plan.Goal::closedOn)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, MONDAY),
                        org.assertj.core.groups.Tuple.tuple(2, null));
    }

    @Test
    void an_import_never_chooses_the_principal_diagnosis() {
        var ward = clinic.open();
        var client = new ClientId(clinic.maya(ward).id());
        var imported = finding("F43.10", "Post-traumatic stress disorder");

        var id =
                ward.in(() ->
                        diagnoses.add(
                                ward.permit(Action.IMPORT_RUN),
                                Ids.next(),
                                client,
                                imported,
                                "elsewhere-1"));
        assertThat(ranks(ward, client)).containsExactly("F33.1 1", "F43.10 2");

        ward.run(() -> diagnoses.makePrincipal(ward.permit(Action.EPISODE_EDIT), client, id));
        assertThat(ranks(ward, client)).containsExactly("F43.10 1", "F33.1 2");
    }

    @Test
    void the_class_of_a_diagnosis_follows_from_its_chapter() {
        assertThat(finding("F11.20", "Opioid dependence").diagnosisClass())
                .contains(Diagnosis.DiagnosisClass.OUD);
        assertThat(finding("F10.20", "Alcohol dependence").diagnosisClass())
                .contains(Diagnosis.DiagnosisClass.SUD);
        assertThat(finding("F33.1", "Depression").diagnosisClass())
                .contains(Diagnosis.DiagnosisClass.MH);
        assertThat(finding("I10", "Hypertension").diagnosisClass()).isEmpty();
    }

    @Test
    void a_score_on_record_stays_as_it_is() {
        var ward = clinic.open();
        var client = new ClientId(clinic.maya(ward).id());
        var permit = ward.permit(Action.IMPORT_RUN);

        ward.run(() -> {
            assertThat(scores.take(permit, client, new Score("PHQ-9", MONDAY, 17), "o-1")).isTrue();
            assertThat(scores.take(permit, client, new Score("PHQ-9", MONDAY, 3), "o-1")).isFalse();
            assertThat(scores.of(permit, client)).containsExactly(new Score("PHQ-9", MONDAY, 17));
        });
    }

    private Admission admit(Clinic.Ward ward, Clinic.Client client, UUID key, LocalDate day) {
        return ward.in(() ->
                episodes.admit(
                        ward.permit(Action.EPISODE_EDIT),
                        key,
                        new ClientId(client.id()),
                        new ProgramId(ward.program()),
                        LevelOfCare.IOP,
                        day));
    }

    private List<Episode.Placement> place(
            Clinic.Ward ward, Clinic.Client client, LevelOfCare level, LocalDate from) {
        return ward.in(() ->
                episodes.place(
                        ward.permit(Action.EPISODE_EDIT),
                        new ClientId(client.id()),
                        new EpisodeId(client.episode()),
                        from,
                        List.of(new Episode.Placement(level, from, null))));
    }

    private Discharging discharge(Clinic.Ward ward, Clinic.Client client, LocalDate day) {
        return ward.in(() ->
                episodes.discharge(
                        ward.permit(Action.EPISODE_EDIT),
                        new ClientId(client.id()),
                        new EpisodeId(client.episode()),
                        day,
                        DischargeReason.COMPLETED));
    }

    private Planning adopt(Clinic.Ward ward, Clinic.Client client, Plan.Version version) {
        return ward.in(() ->
                plans.adopt(
                        ward.permit(Action.PLAN_EDIT),
                        new ClientId(client.id()),
                        new EpisodeId(client.episode()),
                        version));
    }

    private Plan plan(Clinic.Ward ward, Clinic.Client client) {
        return ward.in(() ->
                plans.of(
                        ward.permit(Action.CLIENT_VIEW),
                        new ClientId(client.id()),
                        new EpisodeId(client.episode())));
    }

    private java.util.List<Episode> of(Clinic.Ward ward, Clinic.Client client) {
        return ward.in(
                () -> episodes.of(ward.permit(Action.CLIENT_VIEW), new ClientId(client.id())));
    }

    private java.util.List<String> ranks(Clinic.Ward ward, ClientId client) {
        return ward.in(() -> diagnoses.of(ward.permit(Action.CLIENT_VIEW), client)).stream()
                .map(one -> one.finding().code() + " " + one.rank())
                .toList();
    }

    private static Diagnosis.Finding finding(String code, String description) {
        return new Diagnosis.Finding(
                Diagnosis.CodeSystem.ICD_10_CM, code, description, ADMITTED, null);
    }
}
