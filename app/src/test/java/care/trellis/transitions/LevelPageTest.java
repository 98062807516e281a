package care.trellis.transitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Ids;
import care.trellis.base.Role;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@TrellisTest
class LevelPageTest {

    @Autowired MockMvc browser;
    @Autowired Clinic clinic;

    @Test
    void a_change_is_seen_before_it_is_made_and_then_listed_with_its_way_back() throws Exception {
        var ward = clinic.open();
        var path = "/clients/" + clinic.maya(ward).id() + "/level";

        assertThat(text(send(ward, get(path))))
                .contains("Intensive outpatient (IOP) since Jan 5, 2026", "9 h a week")
                .contains("What it rewrites", "Nothing granted for today or later");
        assertThat(text(send(ward, filled(post(path + "/preview")))))
                .contains("Step down", "9 h → 3 h from Mar 9, 2026", "No payer has to be asked");

        send(ward, filled(post(path))).andExpect(status().is3xxRedirection());

        assertThat(text(send(ward, get(path))))
                .contains("Step down from Mar 9, 2026", "Goals are met", "Take back");
    }

    @Test
    void a_step_added_begins_two_weeks_after_the_one_before_and_keeps_what_was_typed()
            throws Exception {
        var ward = clinic.open();
        var path = "/clients/" + clinic.maya(ward).id() + "/level";

        assertThat(text(send(ward, filled(post(path + "/steps")).param("more", "true"))))
                .contains("Step 2", "value=\"2026-03-23\"", "Goals are met", "Taper");
    }

    @Test
    void a_change_without_a_reason_comes_back_with_what_was_typed() throws Exception {
        var ward = clinic.open();
        var path = "/clients/" + clinic.maya(ward).id() + "/level";

        var page =
                text(
                        send(
                                        ward,
                                        post(path)
                                                .param("key", Ids.next().toString())
                                                .param("steps", "1")
                                                .param("from0", "2026-03-09")
                                                .param("level0", "OP")
                                                .param("hours0", "2.5"))
                                .andExpect(status().isUnprocessableContent()));

        assertThat(page).contains("Enter why the care changes.", "value=\"2.5\"");
    }

    private static MockHttpServletRequestBuilder filled(MockHttpServletRequestBuilder request) {
        return request.param("key", Ids.next().toString())
                .param("steps", "1")
                .param("from0", "2026-03-09")
                .param("level0", "OP")
                .param("hours0", "3")
                .param("reason", "Goals are met");
    }

    private ResultActions send(Clinic.Ward ward, MockHttpServletRequestBuilder request)
            throws Exception {
        return browser.perform(request.with(csrf()).with(ward.signedIn(Role.CLINICIAN)));
    }

    private static String text(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }
}
