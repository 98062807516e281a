package care.trellis.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Ids;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@TrellisTest
class GroupNotePageTest {

    @Autowired Clinic clinic;
    @Autowired MockMvc web;
    @Autowired SettableClock clock;

    Clinic.Ward ward;
    Clinic.Client maya;
    UUID session;
    String path;

    @BeforeEach
    void givenAGroupThatIsOver() {
        ward = clinic.open();
        maya = clinic.client(ward, "Maya", "<b>Reyes</b>");
        session = clinic.session(ward, Clinic.MONDAY, LocalTime.of(9, 0), 60, maya);
        clinic.write(
                ward,
                """
                insert into attendance.mark (organization_id, session_id, client_id, local_date, status, arrived_at,
                    estimated, last_event)
                values (?, ?, ?, ?, 'PRESENT', ?, false, 1)
                """,
                ward.organization().value(),
                session,
                maya.id(),
                Clinic.MONDAY,
                OffsetDateTime.parse("2026-03-02T09:00:00-05:00"));
        clock.set(OffsetDateTime.parse("2026-03-02T10:05:00-05:00").toInstant());
        path = "/sessions/" + session + "/note";
    }

    @Test
    void the_page_shows_the_group_and_escapes_what_people_typed() throws Exception {
        var page = page();

        assertThat(page)
                .contains("Process group")
                .contains("9:00–10:00")
                .contains("Add your own words");
        assertThat(page).contains("&lt;b&gt;Reyes").doesNotContain("<b>Reyes");
    }

    @Test
    void a_facilitator_writes_and_signs_without_leaving_the_page() throws Exception {
        web.perform(
                        put(path + "/shared")
                                .with(clinician())
                                .with(csrf())
                                .param("version", "0")
                                .param("page", Ids.next().toString())
                                .param("focus", "Triggers")
                                .param("method", "CBT")
                                .param("narrative", "We listed triggers."))
                .andExpect(status().isOk());
        web.perform(
                        put(path + "/lines/" + maya.id())
                                .with(clinician())
                                .with(csrf())
                                .param("version", "0")
                                .param("page", Ids.next().toString())
                                .param("text", "Named two triggers.")
                                .param("participation", "3")
                                .param("goal", clinic.objective(ward, maya).toString()))
                .andExpect(status().isOk());
        web.perform(
                        post(path + "/signature")
                                .with(clinician())
                                .with(csrf())
                                .param("key", Ids.next().toString()))
                .andExpect(redirectedUrl(path + "?signed=1"));

        assertThat(page()).contains("1 of 1 signed").contains("Author, 10:05");
    }

    @Test
    void an_old_version_is_refused_and_says_so() throws Exception {
        for (var expected : new int[] {200, 409}) {
            web.perform(
                            put(path + "/shared")
                                    .with(clinician())
                                    .with(csrf())
                                    .param("version", "0")
                                    .param("page", Ids.next().toString())
                                    .param("narrative", "We listed triggers, page " + expected))
                    .andExpect(status().is(expected));
        }
    }

    @Test
    void a_save_answers_where_the_lines_stand_so_that_nothing_more_is_asked() throws Exception {
        var answer =
                web.perform(
                                put(path + "/lines/" + maya.id())
                                        .with(clinician())
                                        .with(csrf())
                                        .param("version", "0")
                                        .param("page", Ids.next().toString())
                                        .param("text", "Named two triggers.")
                                        .param("goal", clinic.objective(ward, maya).toString()))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();

        assertThat(answer)
                .contains("Say once what the group did")
                .contains("0 of 1 signed")
                .contains("value=\"1\"");
    }

    @Test
    void what_cannot_be_kept_is_answered_beside_its_field() throws Exception {
        web.perform(
                        put(path + "/lines/" + maya.id())
                                .with(clinician())
                                .with(csrf())
                                .param("version", "0")
                                .param("page", Ids.next().toString())
                                .param("text", "x".repeat(100_000))
                                .param("participation", "nine"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("this holds 8,000")))
                .andExpect(content().string(containsString("Choose one of the four levels")));
    }

    @Test
    void taps_that_arrive_twice_are_kept_once_and_become_a_sentence() throws Exception {
        var id = Ids.next().toString();
        for (int sent = 0; sent < 2; sent++) {
            web.perform(
                            post(path + "/chips")
                                    .with(clinician())
                                    .with(csrf())
                                    .param("id", id, Ids.next().toString())
                                    .param("client", maya.id().toString(), maya.id().toString())
                                    .param("code", "SPOKE", "NO_SUCH_CODE")
                                    .param("at", "2026-03-02T14:10:00Z", "2026-03-02T14:11:00Z"))
                    .andExpect(status().isNoContent());
        }

        assertThat(page()).contains("Spoke once.");
    }

    @Test
    void a_client_who_was_there_is_added_after_the_group_with_times() throws Exception {
        var theo = clinic.theo(ward);

        var line =
                web.perform(
                                post(path + "/additions")
                                        .with(clinician())
                                        .with(csrf())
                                        .param("key", Ids.next().toString())
                                        .param("client", theo.id().toString())
                                        .param("came", "09:05")
                                        .param("left", "10:00"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();

        assertThat(line).contains("Theo Brandt").contains("55 min").contains("2 of 2 here");
    }

    @Test
    void a_client_of_another_group_goes_there_with_what_is_written() throws Exception {
        var other = clinic.session(ward, Clinic.MONDAY, LocalTime.of(9, 0), 60);
        web.perform(
                        put(path + "/lines/" + maya.id())
                                .with(clinician())
                                .with(csrf())
                                .param("version", "0")
                                .param("page", Ids.next().toString())
                                .param("text", "Named two triggers."))
                .andExpect(status().isOk());

        web.perform(
                        post(path + "/lines/" + maya.id() + "/move")
                                .with(clinician())
                                .with(csrf())
                                .param("key", Ids.next().toString())
                                .param("to", other.toString()))
                .andExpect(status().isOk());

        assertThat(page()).doesNotContain("Named two triggers.");
        path = "/sessions/" + other + "/note";
        assertThat(page()).contains("Named two triggers.").contains("60 min");
    }

    @Test
    void a_risk_is_flagged_without_leaving_the_note() throws Exception {
        web.perform(
                        post(path + "/lines/" + maya.id() + "/flag")
                                .with(clinician())
                                .with(csrf())
                                .param("key", Ids.next().toString())
                                .param("kind", "SUICIDE")
                                .param("level", "HIGH")
                                .param("words", "Said goodbye to the group."))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("The flag is raised")));

        web.perform(get(path + "/lines/" + maya.id() + "/beside").with(clinician()))
                .andExpect(content().string(containsString("Suicide risk, Today")));
    }

    @Test
    void times_in_the_wrong_order_are_answered_at_the_field() throws Exception {
        web.perform(
                        post(path + "/lines/" + maya.id() + "/times")
                                .with(clinician())
                                .with(csrf())
                                .param("key", Ids.next().toString())
                                .param("status", "PRESENT")
                                .param("came", "09:30")
                                .param("left", "09:10"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("before coming")));
    }

    @Test
    void the_front_desk_does_not_find_the_note() throws Exception {
        web.perform(get(path).with(ward.signedIn(Role.FRONT_DESK)))
                .andExpect(status().isNotFound());
    }

    private String page() throws Exception {
        return web.perform(get(path).with(clinician()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private org.springframework.test.web.servlet.request.RequestPostProcessor clinician() {
        return ward.signedIn(Role.CLINICIAN);
    }
}
