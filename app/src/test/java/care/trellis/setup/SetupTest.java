package care.trellis.setup;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.curricula.Curricula;
import care.trellis.organizations.Programs;
import care.trellis.organizations.SiteId;
import care.trellis.payers.Payers;
import care.trellis.sessions.DatedSession;
import care.trellis.sessions.ServiceType;
import care.trellis.sessions.Sessions;
import care.trellis.sessions.Track;
import care.trellis.sessions.Tracks;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TrellisTest
class SetupTest {

    @Autowired Clinic clinic;
    @Autowired Setup setup;
    @Autowired Taking taking;
    @Autowired SettingsFiles files;
    @Autowired Tracks tracks;
    @Autowired Sessions sessions;
    @Autowired Programs programs;
    @Autowired Curricula curricula;
    @Autowired Payers payers;

    Clinic.Ward ward;

    @BeforeEach
    void a_clinic_without_a_track() {
        ward = clinic.open();
        clinic.write(
                ward,
                "delete from sessions.track where organization_id = ?",
                ward.organization().value());
    }

    @Test
    void the_usual_answers_and_a_few_names_make_a_program_with_sixteen_weeks() {
        var draft = filled();

        assertThat(make(draft)).isEmpty();

        var made = all();
        assertThat(made)
                .extracting(Track::name)
                .containsExactlyInAnyOrder("Morning", "Evening", "Adolescent", "Virtual");
        var morning = made.stream().filter(it -> it.name().equals("Morning")).findFirst().get();
        assertThat(morning.minutesPerWeek()).isEqualTo(540);
        var dated = of(morning);
        assertThat(dated).hasSize(16 * 9);
        var lesson =
                dated.stream()
                        .filter(it -> it.serviceType() == ServiceType.EDUCATION_GROUP)
                        .findFirst()
                        .get();
        assertThat(ward.in(() -> curricula.of(ward.permit(Action.CURRICULUM_VIEW), lesson.id())))
                .isPresent();
        assertThat(make(draft)).as("a second press").isEmpty();
        assertThat(all()).hasSize(4);
    }

    @Test
    void payers_named_in_the_setup_are_under_contract_from_the_first_day() {
        var draft = filled();
        save(
                draft,
                SetupStep.RULES,
                Map.of(
                        "payer1", List.of("Summit Health"),
                        "payerCode1", List.of("SUM1"),
                        "payerRules1", List.of("AZ_AHCCCS_S9480"),
                        "payer2", List.of("Pinecrest")));
        assertThat(plan(draft).problems(SetupStep.RULES))
                .extracting(Problem::field)
                .containsExactly("payerCode2", "payerRules2");
        assertThat(make(draft)).isNotEmpty();

        save(
                draft,
                SetupStep.RULES,
                Map.of(
                        "payer1", List.of("Summit Health"),
                        "payerCode1", List.of("SUM1"),
                        "payerRules1", List.of("AZ_AHCCCS_S9480"),
                        "payer2", List.of("")));
        assertThat(make(draft)).isEmpty();

        var first = plan(draft).from();
        assertThat(ward.in(() -> payers.contracts(ward.permit(Action.CONTRACT_VIEW))))
                .filteredOn(one -> one.details().receiverId().equals("SUM1"))
                .singleElement()
                .satisfies(one -> assertThat(one.details().effectiveFrom()).isEqualTo(first));
    }

    private SetupPlan plan(UUID draft) {
        return ward.in(() ->
                SetupPlan.of(
                        setup.one(permit(), draft),
                        new HashSet<>(setup.choices(permit()).staff())));
    }

    @Test
    void one_leader_of_two_tracks_at_one_time_is_said_before_anything_is_made() {
        var draft = filled();
        save(draft, SetupStep.PEOPLE, Map.of("lead-EVENING", List.of("Jin Kim")));

        var plan = plan(draft);

        assertThat(plan.complete()).isFalse();
        assertThat(plan.problems(SetupStep.PEOPLE))
                .anySatisfy(one -> assertThat(one.message()).contains("Jin Kim is with"));
        assertThat(make(draft)).isNotEmpty();
        assertThat(all()).isEmpty();
    }

    @Test
    void what_is_refused_in_the_middle_leaves_nothing_behind() {
        clinic.write(
                ward,
                "update organizations.credential set expires_on = '2026-03-04' where organization_id = ? and staff_id = ?",
                ward.organization().value(),
                ward.lead());
        var draft = filled();

        assertThat(make(draft))
                .singleElement()
                .satisfies(one -> assertThat(one.fix()).contains("Maria Ortiz", "BHP"));

        assertThat(all()).isEmpty();
        assertThat(ward.in(() -> setup.choices(permit()).staff()))
                .containsExactly("Jin Kim", "Maria Ortiz");
        assertThat(ward.in(() -> programs.all(ward.permit(Action.ORGANIZATION_VIEW)))).hasSize(1);
    }

    @Test
    void all_of_it_is_taken_back_until_somebody_attended() {
        var draft = filled();
        make(draft);

        assertThat(ward.in(() -> setup.undo(permit(), draft))).isTrue();
        assertThat(all()).isEmpty();
        assertThat(
                        ward.in(() ->
                                sessions.on(
                                        ward.permit(Action.SESSION_VIEW),
                                        new SiteId(ward.site()),
                                        LocalDate.of(2026, 3, 9))))
                .isEmpty();

        var again = filled();
        assertThat(make(again)).isEmpty();
        var maya = clinic.maya(ward);
        var session = of(all().getFirst()).getFirst().id().value();
        clinic.write(
                ward,
                "insert into sessions.seat (organization_id, session_id, client_id, local_date, source) values (?, ?, ?, '2026-03-09', 'WALK_IN')",
                ward.organization().value(),
                session,
                maya.id());
        clinic.write(
                ward,
                """
                insert into attendance.mark (organization_id, session_id, client_id, local_date, status, estimated, last_event)
                values (?, ?, ?, '2026-03-09', 'EXCUSED', false, 1)
                """,
                ward.organization().value(),
                session,
                maya.id());
        assertThat(ward.in(() -> setup.undo(permit(), again))).isFalse();
        assertThat(all()).hasSize(4);
    }

    @Test
    void a_draft_keeps_what_other_steps_said_and_is_taken_up_again() {
        var draft = filled();
        save(draft, SetupStep.RULES, Map.of("licence", List.of("NC_SAIOP")));

        var found = ward.in(() -> setup.one(permit(), draft));

        assertThat(found.step()).isEqualTo(SetupStep.RULES);
        assertThat(found.answer("name")).isEqualTo("Day IOP");
        assertThat(found.answer("given1")).isEqualTo("Ivy");
    }

    @Test
    void an_exported_file_is_the_same_as_what_is_here() {
        make(filled());
        var text = ward.in(() -> files.export(permit()));

        var same = ward.in(() -> files.compare(permit(), text));

        assertThat(same.refusals()).isEmpty();
        assertThat(same.differences()).isEmpty();
        assertThat(same.same()).isGreaterThan(12);
    }

    @Test
    void a_file_is_compared_in_words_and_brought_in_as_a_whole() {
        make(filled());
        var text =
                ward.in(() -> files.export(permit()))
                        .replace("seats: 14", "seats: 20")
                        .replaceFirst(
                                "starts: \"09:00\"\n        minutes: 60",
                                "starts: \"09:00\"\n        minutes: 55");

        var beside = ward.in(() -> files.compare(permit(), text));

        assertThat(beside.differences())
                .extracting(Comparison.Difference::kind)
                .containsOnly(Comparison.Kind.CHANGED);
        assertThat(beside.differences())
                .flatExtracting(Comparison.Difference::details)
                .containsExactlyInAnyOrder(
                        "seats: 14 here, 20 in the file", "minutes: 60 here, 55 in the file");
        assertThat(ward.in(() -> taking.take(permit(), UUID.randomUUID(), text))).isEmpty();
        assertThat(ward.in(() -> files.compare(permit(), text)).differences()).isEmpty();
    }

    @Test
    void what_is_wrong_is_refused_by_line_with_the_fix_and_nothing_changes() {
        var text =
                """
                format: trellis-settings-1
                sites:
                  - name: "Southgate"
                    time-zone: America/Chicago
                    rooms:
                      - {name: "One", seats: many}
                programs: []
                tracks:
                  - name: "Noon"
                    program: "Nothing"
                    site: "Southgate"
                    blocks:
                      - title: "Group"
                        kind: group_therapy
                        repeats: FREQ=HOURLY
                        starts: "12:00"
                        minutes: 60
                        meets: in_person
                        lead: "Nobody Known"
                        from: 2026-03-09
                """;

        var refused = ward.in(() -> taking.take(permit(), UUID.randomUUID(), text));

        assertThat(refused).extracting(Refusal::line).contains(6, 9, 15);
        assertThat(refused).allSatisfy(one -> assertThat(one.fix()).isNotBlank());
        assertThat(ward.in(() -> setup.choices(permit()).rooms())).containsOnlyKeys("Northgate");
    }

    private UUID filled() {
        var draft = Ids.next();
        ward.in(() -> setup.begin(permit(), draft));
        var people = new HashMap<String, List<String>>();
        people.put("given1", List.of("Ivy"));
        people.put("family1", List.of("Stone"));
        people.put("credential1", List.of("LCSW"));
        people.put("lead-MORNING", List.of("Maria Ortiz"));
        people.put("lead-EVENING", List.of("NEW1"));
        people.put("lead-ADOLESCENT", List.of("Jin Kim"));
        people.put("lead-VIRTUAL", List.of("Maria Ortiz"));
        save(draft, SetupStep.PROGRAM, Map.of("name", List.of("Day IOP")));
        save(draft, SetupStep.PEOPLE, people);
        return draft;
    }

    private void save(UUID draft, SetupStep step, Map<String, List<String>> typed) {
        ward.in(() -> setup.save(permit(), draft, step, typed));
    }

    private List<Refusal> make(UUID draft) {
        return ward.in(() -> taking.make(permit(), draft));
    }

    private List<Track> all() {
        return ward.in(() -> tracks.all(ward.permit(Action.SESSION_VIEW)));
    }

    private List<DatedSession> of(Track track) {
        return ward.in(() ->
                sessions.of(
                        ward.permit(Action.SESSION_VIEW),
                        track.id(),
                        LocalDate.of(2026, 3, 2),
                        LocalDate.of(2026, 12, 31)));
    }

    private Permit permit() {
        return ward.permit(Action.PROGRAM_SETUP);
    }
}
