package care.trellis.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Ids;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@TrellisTest
class PlanPagesTest {

    @Autowired MockMvc browser;
    @Autowired Clinic clinic;
    @Autowired SettableClock clock;

    @Test
    void a_plan_is_written_from_problem_to_signature_on_one_page() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var path = "/clients/" + maya.id() + "/plan";
        var problem = Ids.next();
        var objective = Ids.next();
        saved(
                ward,
                post(path + "/problems")
                        .param("key", problem.toString())
                        .param("statement", "Low mood most days")
                        .param("diagnosis", "F33.1"));
        saved(
                ward,
                post(path + "/goals/" + maya.goal() + "/problem")
                        .param("problem", problem.toString()));
        saved(
                ward,
                post(path + "/goals/" + maya.goal() + "/objectives")
                        .param("key", objective.toString())
                        .param("text", "Feel better on most days")
                        .param("measure", "PHQ-9")
                        .param("scored", "true")
                        .param("baseline", "18")
                        .param("target", "9")
                        .param("on", "2026-05-01"));
        saved(
                ward,
                post(path + "/objectives/" + objective + "/interventions")
                        .param("key", Ids.next().toString())
                        .param("modality", "GROUP")
                        .param("approach", "CBT")
                        .param("times", "9")
                        .param("minutes", "60")
                        .param("weeks", "8")
                        .param("responsible", "Maria Ortiz, LCSW"));

        assertThat(page(ward, path))
                .contains("Low mood most days", "<q>Sleep through the night</q>")
                .contains("PHQ-9: 18 → 9", "9 × a week, 60 min, 8 weeks", "9 of 9 hours a week")
                .contains("Sign as author");

        saved(ward, post(path + "/versions").param("key", Ids.next().toString()));

        assertThat(page(ward, path))
                .contains(
                        "Version 1 signed", "Next review by Apr 1, 2026", "Client signs Version 1")
                .doesNotContain("Sign as author");
    }

    @Test
    void a_program_asks_for_sooner_reviews_than_the_default_and_stops_asking() throws Exception {
        var ward = clinic.open();
        clinic.maya(ward);
        saved(
                ward,
                post("/settings/reviews")
                        .param("program", ward.program().toString())
                        .param("contract", "")
                        .param("first", "3")
                        .param("review", "14"));

        assertThat(settings(ward)).contains("Adult IOP", "Every payer", "every 14 days");

        saved(
                ward,
                post("/settings/reviews/removal")
                        .param("program", ward.program().toString())
                        .param("contract", ""));

        assertThat(settings(ward)).doesNotContain("every 14 days");
    }

    @Test
    void an_objective_without_a_date_comes_back_with_what_was_typed() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var problem = Ids.next();
        saved(
                ward,
                post("/clients/" + maya.id() + "/plan/problems")
                        .param("key", problem.toString())
                        .param("statement", "Low mood"));
        saved(
                ward,
                post("/clients/%s/plan/goals/%s/problem".formatted(maya.id(), maya.goal()))
                        .param("problem", problem.toString()));

        var page =
                browser.perform(
                                post("/clients/%s/plan/goals/%s/objectives"
                                                .formatted(maya.id(), maya.goal()))
                                        .with(csrf())
                                        .with(ward.signedIn(Role.CLINICIAN))
                                        .param("key", Ids.next().toString())
                                        .param("text", "Walk daily")
                                        .param("measure", "walks")
                                        .param("baseline", "0")
                                        .param("target", "5"))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();

        assertThat(page).contains("Walk daily", "Choose a day after today.");
    }

    @Test
    void the_outline_is_saved_as_it_is_typed_and_says_who_was_first() throws Exception {
        var ward = clinic.open();
        var path = "/clients/" + clinic.maya(ward).id() + "/plan/outline";

        var first = put(path).param("revision", "0").param("hours", "9").param("strengths", "Kind");
        var late = put(path).param("revision", "0").param("hours", "9").param("strengths", "Late");
        browser.perform(first.with(csrf()).with(ward.signedIn(Role.CLINICIAN)))
                .andExpect(status().isOk());
        browser.perform(late.with(csrf()).with(ward.signedIn(Role.CLINICIAN)))
                .andExpect(status().isConflict());
    }

    @Test
    void a_plan_that_is_overdue_shows_on_the_day_board_and_in_the_inbox() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        clinic.session(ward, Clinic.MONDAY, LocalTime.of(9, 0), 60, maya);
        saved(
                ward,
                post("/clients/" + maya.id() + "/plan/problems")
                        .param("key", Ids.next().toString())
                        .param("statement", "Low mood"));
        saved(
                ward,
                post("/clients/%s/episodes/%s/goals".formatted(maya.id(), maya.episode()))
                        .param("key", Ids.next().toString())
                        .param("goalText", "Work again"));
        clock.set(clock.instant().plus(Duration.ofHours(1)));

        assertThat(page(ward, "/board/" + ward.site())).contains("Plan overdue");
        assertThat(page(ward, "/")).contains("Write and sign the first treatment plan");
    }

    @Test
    void front_desk_finds_no_plan() throws Exception {
        var ward = clinic.open();

        browser.perform(
                        get("/clients/" + clinic.maya(ward).id() + "/plan")
                                .with(ward.signedIn(Role.FRONT_DESK)))
                .andExpect(status().isNotFound());
    }

    private void saved(Clinic.Ward ward, MockHttpServletRequestBuilder request) throws Exception {
        browser.perform(request.with(csrf()).with(ward.signedIn(Role.CLINICIAN, Role.DIRECTOR)))
                .andExpect(status().is3xxRedirection());
    }

    private String page(Clinic.Ward ward, String path) throws Exception {
        return browser.perform(get(path).with(ward.signedIn(Role.CLINICIAN)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String settings(Clinic.Ward ward) throws Exception {
        return browser.perform(get("/settings/reviews").with(ward.signedIn(Role.DIRECTOR)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
