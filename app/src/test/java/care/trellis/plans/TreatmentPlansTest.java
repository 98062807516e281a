package care.trellis.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Problem;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.episodes.DischargeReason;
import care.trellis.episodes.EpisodeId;
import care.trellis.episodes.Episodes;
import care.trellis.episodes.GoalId;
import care.trellis.episodes.Plans;
import care.trellis.organizations.ProgramId;
import care.trellis.payers.ContractId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TrellisTest
class TreatmentPlansTest {

    private static final LocalDate MONDAY = Clinic.MONDAY;

    @Autowired TreatmentPlans plans;
    @Autowired PlanSignatures signatures;
    @Autowired Reviews reviews;
    @Autowired Plans prescriptions;
    @Autowired Episodes episodes;
    @Autowired Clinic clinic;
    @Autowired SettableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void a_goal_that_was_written_at_admission_is_in_the_plan_until_it_answers_a_problem() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var client = new ClientId(maya.id());
        assertThat(of(ward, client).loose()).hasSize(1);

        var problem = problem(ward, client, "Low mood most days");
        ward.run(() ->
                plans.aim(ward.permit(Action.PLAN_EDIT), client, new GoalId(maya.goal()), problem));

        var plan = of(ward, client);
        assertThat(plan.loose()).isEmpty();
        assertThat(plan.problems().getFirst().goals())
                .singleElement()
                .satisfies(goal -> assertThat(goal.text()).isEqualTo("Sleep through the night"));
    }

    @Test
    void every_gap_keeps_a_plan_from_being_signed_and_is_said() {
        var ward = clinic.open();
        var client = new ClientId(clinic.maya(ward).id());

        assertThat(gaps(sign(ward, client)))
                .contains("No problem is worked on: add the first one.")
                .contains("Goal 1 answers no problem: choose one.");

        problem(ward, client, "Low mood most days");

        assertThat(gaps(sign(ward, client)))
                .contains("Problem 1 has no goal: ask the client what would be better.");
    }

    @Test
    void a_signed_version_keeps_what_was_signed_however_the_plan_goes_on() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var client = new ClientId(maya.id());
        whole(ward, maya);

        var version = sign(ward, client).orThrow();
        problem(ward, client, "Conflict at home");

        var signed = versions(ward, client).getFirst();
        assertThat(signed.id()).isEqualTo(version);
        assertThat(signed.intact()).isTrue();
        assertThat(signed.content().problems()).hasSize(1);
        assertThat(signed.reviewOn()).isEqualTo(MONDAY.plusDays(30));
        assertThat(of(ward, client).problems()).hasSize(2);
    }

    @Test
    void signing_twice_with_one_key_makes_one_version() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var client = new ClientId(maya.id());
        whole(ward, maya);
        var key = Ids.next();

        ward.run(() -> signatures.sign(ward.permit(Action.PLAN_SIGN), key, client).orThrow());
        ward.run(() -> signatures.sign(ward.permit(Action.PLAN_SIGN), key, client).orThrow());

        assertThat(versions(ward, client)).hasSize(1);
    }

    @Test
    void a_version_counts_as_signed_by_a_prescriber_only_once_one_signed_it() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var client = new ClientId(maya.id());
        whole(ward, maya);
        var version = sign(ward, client).orThrow();

        assertThat(prescribed(ward, maya).physicianSignedOn()).isNull();

        ward.run(() ->
                signatures.prescriberSigns(
                        ward.permit(Action.PLAN_CERTIFY), Ids.next(), client, version, true));

        assertThat(prescribed(ward, maya).physicianSignedOn()).isEqualTo(MONDAY);
        assertThat(prescribed(ward, maya).certifiedOn()).isEqualTo(MONDAY);
        assertThat(prescribed(ward, maya).minutesPerWeek()).isEqualTo(540);
    }

    @Test
    void a_client_signs_only_after_agreeing_to_an_electronic_signature() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var client = new ClientId(maya.id());
        whole(ward, maya);
        var version = sign(ward, client).orThrow();

        assertThat(clientSigns(ward, client, version, false)).isInstanceOf(Change.Refused.class);
        clientSigns(ward, client, version, true).orThrow();

        assertThat(versions(ward, client).getFirst().has(SignedPlan.Signer.CLIENT)).isTrue();
    }

    @Test
    void a_version_that_is_no_longer_the_last_cannot_be_signed() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var client = new ClientId(maya.id());
        whole(ward, maya);
        var first = sign(ward, client).orThrow();
        clock.set(clock.instant().plus(Duration.ofDays(1)));
        sign(ward, client).orThrow();

        assertThatThrownBy(() -> clientSigns(ward, client, first, true))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_sooner_of_program_and_contract_says_when_a_plan_is_reviewed() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var client = new ClientId(maya.id());
        var program = new ProgramId(ward.program());
        ward.run(() -> {
            var permit = ward.permit(Action.CONTRACT_EDIT);
            reviews.rule(permit, program, null, new Cadence(5, 60));
            reviews.rule(permit, program, new ContractId(ward.contract()), new Cadence(7, 14));
        });
        whole(ward, maya);

        sign(ward, client).orThrow();

        assertThat(versions(ward, client).getFirst().reviewOn()).isEqualTo(MONDAY.plusDays(14));
    }

    @Test
    void a_plan_is_due_from_the_first_change_of_a_stay_to_its_end() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        ward.run(() ->
                prescriptions.addGoal(
                        ward.permit(Action.PLAN_EDIT),
                        Ids.next(),
                        new ClientId(maya.id()),
                        new EpisodeId(maya.episode()),
                        "Work again"));
        assertThat(due(ward)).containsExactly(LocalDate.of(2026, 1, 12));

        ward.run(() ->
                episodes.discharge(
                        ward.permit(Action.EPISODE_EDIT),
                        new ClientId(maya.id()),
                        new EpisodeId(maya.episode()),
                        MONDAY,
                        DischargeReason.COMPLETED));

        assertThat(due(ward)).isEmpty();
    }

    @Test
    void what_is_written_in_a_plan_is_not_readable_in_the_tables() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        problem(ward, new ClientId(maya.id()), "Drinks alone at night");

        var stored =
                ward.in(() ->
                        transaction.execute(status ->
                                jdbc.sql(
                                                "select encode(statement, 'escape') from plans.problem where organization_id = ?")
                                        .param(ward.organization().value())
                                        .query(String.class)
                                        .single()));

        assertThat(stored).doesNotContain("alone");
    }

    @Test
    void an_outline_that_somebody_else_saved_in_between_is_not_written_over() {
        var ward = clinic.open();
        var client = new ClientId(clinic.maya(ward).id());

        assertThat(outline(ward, client, "Hers", 0).orThrow()).isEqualTo(1);
        assertThat(outline(ward, client, "His", 0)).isInstanceOf(Change.Refused.class);
        assertThat(of(ward, client).outline().strengths()).isEqualTo("Hers");
    }

    private Change<Integer> outline(
            Clinic.Ward ward, ClientId client, String strengths, int revision) {
        return ward.in(() ->
                plans.save(
                        ward.permit(Action.PLAN_EDIT),
                        client,
                        new TreatmentPlan.Outline(
                                540, 12, strengths, "", "", "", "", "", revision)));
    }

    private void whole(Clinic.Ward ward, Clinic.Client maya) {
        var client = new ClientId(maya.id());
        var problem = problem(ward, client, "Low mood most days");
        ward.run(() -> {
            var permit = ward.permit(Action.PLAN_EDIT);
            var goal = new GoalId(maya.goal());
            plans.aim(permit, client, goal, problem);
            var objective =
                    plans.addObjective(
                                    permit,
                                    Ids.next(),
                                    client,
                                    goal,
                                    new TreatmentPlan.Target(
                                            "Feel better on most days",
                                            "PHQ-9",
                                            true,
                                            "18",
                                            "9",
                                            MONDAY.plusWeeks(8)))
                            .orThrow();
            plans.addIntervention(
                            permit,
                            Ids.next(),
                            client,
                            objective,
                            new TreatmentPlan.Terms(
                                    TreatmentPlan.Modality.GROUP,
                                    "CBT",
                                    new BigDecimal("9"),
                                    60,
                                    8,
                                    "Maria Ortiz"))
                    .orThrow();
        });
    }

    private ProblemId problem(Clinic.Ward ward, ClientId client, String statement) {
        return ward.in(() ->
                plans.addProblem(
                                ward.permit(Action.PLAN_EDIT),
                                Ids.next(),
                                client,
                                statement,
                                "F33.1")
                        .orThrow());
    }

    private Change<VersionId> sign(Clinic.Ward ward, ClientId client) {
        return ward.in(() -> signatures.sign(ward.permit(Action.PLAN_SIGN), Ids.next(), client));
    }

    private Change<VersionId> clientSigns(
            Clinic.Ward ward, ClientId client, VersionId version, boolean agreed) {
        return ward.in(() ->
                signatures.clientSigns(
                        ward.permit(Action.PLAN_EDIT),
                        Ids.next(),
                        client,
                        version,
                        SignedPlan.Signer.CLIENT,
                        "Maya Reyes",
                        agreed));
    }

    private static List<String> gaps(Change<VersionId> change) {
        return change instanceof Change.Refused<VersionId>(var problems)
                ? problems.stream().map(Problem::message).toList()
                : List.of();
    }

    private TreatmentPlan of(Clinic.Ward ward, ClientId client) {
        return ward.in(() -> plans.of(ward.permit(Action.PLAN_VIEW), client).orElseThrow());
    }

    private List<SignedPlan> versions(Clinic.Ward ward, ClientId client) {
        return ward.in(() -> signatures.of(ward.permit(Action.PLAN_VIEW), client));
    }

    private care.trellis.episodes.Plan.Version prescribed(Clinic.Ward ward, Clinic.Client maya) {
        return ward.in(() ->
                prescriptions
                        .of(
                                ward.permit(Action.PLAN_VIEW),
                                new ClientId(maya.id()),
                                new EpisodeId(maya.episode()))
                        .versions()
                        .getFirst());
    }

    private List<LocalDate> due(Clinic.Ward ward) {
        return ward.in(() ->
                transaction.execute(status ->
                        jdbc.sql("select due_on from plans.due where organization_id = ?")
                                .param(ward.organization().value())
                                .query(LocalDate.class)
                                .list()));
    }
}
