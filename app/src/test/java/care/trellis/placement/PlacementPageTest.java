package care.trellis.placement;

import static care.trellis.testing.Clinic.MONDAY;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Ids;
import care.trellis.base.Role;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@TrellisTest
class PlacementPageTest {

    @Autowired Clinic clinic;
    @Autowired MockMvc mvc;

    @Test
    void a_client_is_put_on_the_list_and_stands_on_the_desk() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var desk = "/placement/" + ward.site();

        mvc.perform(
                        post(desk + "/waiting")
                                .with(ward.signedIn(Role.DIRECTOR))
                                .with(csrf())
                                .param("key", Ids.next().toString())
                                .param("client", maya.id().toString())
                                .param("since", MONDAY.minusDays(9).toString())
                                .param("reasons", "LANGUAGE")
                                .param("languages", "Spanish")
                                .param("modalities", "VIDEO")
                                .param("free", "MONDAY-EVENING"))
                .andExpect(redirectedUrl(desk));

        mvc.perform(get(desk).with(ward.signedIn(Role.DIRECTOR)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Maya R.")))
                .andExpect(content().string(containsString("9 days")))
                .andExpect(content().string(containsString("No group in their language")))
                .andExpect(content().string(containsString("Spanish · evenings Mon")));
        mvc.perform(get(desk + "/waiting/" + maya.id()).with(ward.signedIn(Role.DIRECTOR)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Take off the list")));
    }

    @Test
    void a_form_without_a_reason_comes_back_with_what_was_typed() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);

        mvc.perform(
                        post("/placement/" + ward.site() + "/waiting")
                                .with(ward.signedIn(Role.DIRECTOR))
                                .with(csrf())
                                .param("client", maya.id().toString())
                                .param("since", MONDAY.toString())
                                .param("languages", "English")
                                .param("modalities", "VIDEO")
                                .param("note", "Prefers mornings"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Say why they wait.")))
                .andExpect(content().string(containsString("Prefers mornings")));
    }

    @Test
    void who_may_not_keep_people_apart_sees_neither_the_page_nor_its_link() throws Exception {
        var ward = clinic.open();
        var desk = "/placement/" + ward.site();

        mvc.perform(get(desk + "/apart").with(ward.signedIn(Role.ADMISSIONS)))
                .andExpect(status().isNotFound());
        mvc.perform(get(desk).with(ward.signedIn(Role.ADMISSIONS)))
                .andExpect(content().string(not(containsString("Kept apart"))));
        mvc.perform(get(desk + "/apart").with(ward.signedIn(Role.DIRECTOR)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Nobody is kept apart")));
    }
}
