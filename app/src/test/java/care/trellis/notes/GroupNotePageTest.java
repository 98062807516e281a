package care.trellis.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
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
                .contains("Write what this client did");
        assertThat(page).contains("&lt;b&gt;Reyes").doesNotContain("<b>Reyes");
    }

    @Test
    void a_facilitator_writes_and_signs_without_leaving_the_page() throws Exception {
        web.perform(
                        put(path + "/shared")
                                .with(clinician())
                                .with(csrf())
                                .param("version", "0")
                                .param("focus", "Triggers")
                                .param("method", "CBT")
                                .param("narrative", "We listed triggers."))
                .andExpect(status().isOk());
        web.perform(
                        put(path + "/lines/" + maya.id())
                                .with(clinician())
                                .with(csrf())
                                .param("version", "0")
                                .param("text", "Named two triggers.")
                                .param("participation", "3")
                                .param("goal", maya.goal().toString()))
                .andExpect(status().isOk());
        web.perform(
                        post(path + "/signature")
                                .with(clinician())
                                .with(csrf())
                                .param("key", Ids.next().toString()))
                .andExpect(redirectedUrl(path + "?signed=1"));

        assertThat(page()).contains("1 of 1 signed").contains("Author: Maria Ortiz, BHP");
    }

    @Test
    void an_old_version_is_refused_and_says_so() throws Exception {
        for (var expected : new int[] {200, 409}) {
            web.perform(
                            put(path + "/shared")
                                    .with(clinician())
                                    .with(csrf())
                                    .param("version", "0")
                                    .param("narrative", "We listed triggers."))
                    .andExpect(status().is(expected));
        }
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
