package care.trellis.chain;

import static care.trellis.testing.Clinic.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.ledger.LivedWeek;
import care.trellis.testing.Clinic;
import care.trellis.testing.Clinic.Ward;
import care.trellis.testing.TrellisTest;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@TrellisTest
@Import(LivedWeek.class)
class ClosePageTest {

    private static final LocalTime NINE = LocalTime.of(9, 0);

    @Autowired MockMvc mvc;
    @Autowired Clinic clinic;
    @Autowired LivedWeek lived;
    @Autowired SettableClock clock;

    @Test
    void a_day_is_closed_with_what_was_open_and_shows_what_became_of_it() throws Exception {
        var ward = clinic.open("TRICARE_IOP", false);
        var maya = clinic.maya(ward);
        var theo = clinic.theo(ward);
        var session = clinic.session(ward, MONDAY, NINE, 180, maya, theo);
        lived.comes(ward, session, maya, MONDAY, NINE, LocalTime.NOON);
        lived.comes(ward, session, theo, MONDAY, NINE, LocalTime.of(9, 30));
        lived.signs(ward, session, MONDAY, theo);
        clock.set(Instant.parse("2026-03-03T13:00:00Z"));

        assertThat(page(ward, "/ledger/close")).contains("Mon, Mar 2", "Not closed", "1 open");
        assertThat(page(ward, day(ward))).contains("Open now", "Close the day");
        mvc.perform(posted(ward, day(ward))).andExpect(status().is3xxRedirection());
        assertThat(page(ward, day(ward)))
                .contains("Open at the close", "Still open", "Closed by", "Open it again");

        lived.signs(ward, session, MONDAY, maya);
        lived.comes(ward, session, theo, MONDAY, NINE, LocalTime.NOON);
        assertThat(page(ward, day(ward)))
                .contains("Changed after the close", "Waits for the day to be reopened")
                .doesNotContain("Still open");
        assertThat(page(ward, "/ledger/close")).contains("2 changed since");

        mvc.perform(posted(ward, day(ward) + "/reopening"))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(posted(ward, day(ward) + "/reopening").param("reason", "Sheet found"))
                .andExpect(status().is3xxRedirection());
        assertThat(page(ward, day(ward))).contains("Reopened by", "Sheet found", "Close the day");
    }

    @Test
    void who_may_only_read_sees_the_close_and_no_button() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        lived.group(ward, maya, MONDAY, NINE, 180);
        clock.set(Instant.parse("2026-03-03T13:00:00Z"));

        var seen =
                mvc.perform(get(day(ward)).with(ward.signedIn(Role.CLINICIAN)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(seen).contains("Nothing is open").doesNotContain("Close the day</");
        mvc.perform(post(day(ward)).with(ward.signedIn(Role.CLINICIAN)).with(csrf()))
                .andExpect(status().isNotFound());
    }

    private static String day(Ward ward) {
        return "/ledger/close/" + ward.site() + "/" + MONDAY;
    }

    private static MockHttpServletRequestBuilder posted(Ward ward, String path) {
        return post(path)
                .with(ward.signedIn(Role.BILLER))
                .with(csrf())
                .param("key", UUID.randomUUID().toString());
    }

    private String page(Ward ward, String path) throws Exception {
        return mvc.perform(get(path).with(ward.signedIn(Role.BILLER)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
