package care.trellis.curricula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Role;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@TrellisTest
class CurriculaTest {

    private static final LocalTime NINE = LocalTime.of(9, 0);

    @Autowired Curricula curricula;
    @Autowired Clinic clinic;
    @Autowired MockMvc browser;

    @Test
    void the_outline_has_sixteen_weeks_of_three_days_and_every_core_module_is_in_it() {
        var outline = curricula.curriculum();

        assertThat(outline.modules())
                .hasSize(48)
                .extracting(Curriculum.Module::code)
                .doesNotHaveDuplicates();
        assertThat(outline.core()).allMatch(code -> outline.module(code).isPresent());
    }

    @Test
    void a_client_got_the_minutes_of_a_module_that_the_client_was_there() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var session = clinic.session(ward, Clinic.MONDAY.minusDays(3), NINE, 60, maya);
        clinic.write(
                ward,
                """
                insert into attendance.mark (organization_id, session_id, client_id, local_date, status, arrived_at,
                    left_at, estimated, last_event)
                select organization_id, id, ?, local_date, 'PRESENT', starts_at + interval '15 minutes', ends_at, false, 1
                from sessions.session where organization_id = ? and id = ?
                """,
                maya.id(),
                ward.organization().value(),
                session);
        teach(ward, session, "3.1");

        var got = exposure(ward, maya, "3.1");

        assertThat(got.minutes()).isEqualTo(45);
        assertThat(got.core()).isTrue();
        assertThat(got.had(60)).isTrue();
        assertThat(exposure(ward, maya, "1.1").minutes()).isZero();
    }

    @Test
    void a_group_ahead_says_when_a_gap_is_filled() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var session = clinic.session(ward, Clinic.MONDAY.plusDays(1), NINE, 60, maya);
        teach(ward, session, "12.1");

        assertThat(exposure(ward, maya, "12.1").ahead()).hasSize(1);
    }

    @Test
    void what_was_taught_longest_ago_in_the_track_is_suggested_first() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var before = clinic.session(ward, Clinic.MONDAY.minusDays(3), NINE, 60, maya);
        var today = clinic.session(ward, Clinic.MONDAY, NINE, 60, maya);
        teach(ward, before, "1.1");

        var next =
                ward.in(() ->
                        curricula.next(
                                ward.permit(Action.CURRICULUM_VIEW), new SessionId(today), 2));

        assertThat(next).extracting(Curriculum.Module::code).containsExactly("1.2", "1.3");
    }

    @Test
    void a_module_that_is_not_in_the_outline_is_not_found() {
        var ward = clinic.open();
        var session = clinic.session(ward, Clinic.MONDAY, NINE, 60, clinic.maya(ward));

        assertThatThrownBy(() -> teach(ward, session, "99.9")).isInstanceOf(NotFound.class);
    }

    @Test
    void a_facilitator_chooses_the_module_and_the_client_page_shows_it() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var session = clinic.session(ward, Clinic.MONDAY.plusDays(1), NINE, 60, maya);

        browser.perform(
                        post("/sessions/" + session + "/module")
                                .with(csrf())
                                .with(ward.signedIn(Role.CLINICIAN))
                                .param("module", "1.3"))
                .andExpect(status().is3xxRedirection());

        assertThat(page(ward, "/sessions/" + session + "/module"))
                .contains("Safety first", "My Crisis Plan");
        assertThat(page(ward, "/clients/" + maya.id() + "/curriculum"))
                .contains("0 of 48 modules", "1.3 Safety first: next on Mar 3, 9:00 AM");
    }

    private void teach(Clinic.Ward ward, UUID session, String module) {
        ward.run(() ->
                curricula.teach(
                        ward.permit(Action.CURRICULUM_TEACH), new SessionId(session), module));
    }

    private Exposure exposure(Clinic.Ward ward, Clinic.Client client, String module) {
        return ward.in(() ->
                curricula
                        .exposure(ward.permit(Action.CURRICULUM_VIEW), new ClientId(client.id()))
                        .stream()
                        .filter(one -> one.module().code().equals(module))
                        .findFirst()
                        .orElseThrow());
    }

    private String page(Clinic.Ward ward, String path) throws Exception {
        return browser.perform(get(path).with(ward.signedIn(Role.CLINICIAN)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
