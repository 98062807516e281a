package care.trellis.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Role;
import care.trellis.clients.ClientId;
import care.trellis.testing.Clinic;
import care.trellis.testing.Clinic.Client;
import care.trellis.testing.Clinic.Ward;
import care.trellis.testing.TrellisTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The screens of whoever answers, without a script: plain forms. */
@TrellisTest
class RespondentPagesTest {

    @Autowired Clinic clinic;
    @Autowired MockMvc browser;
    @Autowired Giving giving;
    @Autowired Alerts alerts;

    Ward ward;
    Client maya;

    @BeforeEach
    void givenMaya() {
        ward = clinic.open();
        maya = clinic.maya(ward);
    }

    @Test
    void a_whole_form_is_answered_in_spanish_and_the_alert_comes_before_its_end() throws Exception {
        var path = typed(code(Language.ENGLISH, "PHQ-9"));

        var start = ask(path);
        assertThat(start).contains("Español").doesNotContain("Maya");
        send(path + "/language", "language", "es");
        assertThat(ask(path)).contains("lang=\"es\"", "Empezar");
        var question = ask(path + "?at=1");
        assertThat(question)
                .contains("Poco interés o placer en hacer cosas", "Ningún día", "Pregunta 1 de 10");
        var measure = measure(question);
        for (int item = 1; item <= 8; item++) {
            answer(path, measure, Integer.toString(item), "1");
        }
        answer(path, measure, "9", "1");

        assertThat(ward.in(() -> alerts.open(ward.permit(Action.ALERT_ACT)))).hasSize(1);
        assertThat(ask(path + "?at=F")).contains("988");
        answer(path, measure, "F", "");
        var done = send(path + "/submission", "measure", measure);
        assertThat(done.getContentAsString()).contains("Gracias", "9 / 27");
        assertThat(browser.perform(get(path)).andReturn().getResponse().getStatus()).isEqualTo(404);
    }

    @Test
    void going_back_shows_what_was_chosen_and_what_is_left_out_is_told_at_the_end()
            throws Exception {
        var path = typed(code(Language.ENGLISH, "GAD-7"));
        var measure = measure(ask(path + "?at=1"));

        var next = answer(path, measure, "1", "2");
        answer(path, measure, "2", "");

        assertThat(next.getRedirectedUrl()).isEqualTo(path + "?at=2");
        assertThat(ask(path + "?at=1")).contains("your answer");
        assertThat(ask(path + "?at=end")).contains("Feeling afraid");
        assertThat(ask(path)).contains("Worrying too much");
    }

    @Test
    void a_wrong_code_says_so_and_thirty_of_them_make_the_network_wait() throws Exception {
        var tablet = "/tablet/" + ward.organization().value();
        MockHttpServletResponse last = null;
        for (int attempt = 0; attempt <= 30; attempt++) {
            last =
                    browser.perform(
                                    post(tablet)
                                            .param("code", "ZZZZZZ")
                                            .with(csrf())
                                            .with(request -> {
                                                request.setRemoteAddr("203.0.113.77");
                                                return request;
                                            }))
                            .andReturn()
                            .getResponse();
        }

        assertThat(last).isNotNull();
        assertThat(last.getStatus()).isEqualTo(429);
    }

    @Test
    void staff_pages_show_charts_answers_and_what_is_due() throws Exception {
        var path = typed(code(Language.ENGLISH, "PHQ-9"));
        var measure = measure(ask(path + "?at=1"));
        for (int item = 1; item <= 9; item++) {
            answer(path, measure, Integer.toString(item), item == 9 ? "1" : "2");
        }
        send(path + "/submission", "measure", measure);
        var chart = "/clients/" + maya.id() + "/measures";

        assertThat(staff(chart)).contains("PHQ-9 17", "Safety item", "<svg");
        assertThat(staff(chart + "/results/" + measure))
                .contains("moderately severe", "Nearly every day");
        assertThat(staff(chart + "/results/" + measure + "/questionnaire-response.json"))
                .contains("\"44261-6\"", "\"LA6570-1\"");
        assertThat(staff(chart + "/scores.csv")).contains("PHQ-9", "SI_ITEM9");
        assertThat(staff(chart + "/print?for=payer")).contains("Outcome summary");
        assertThat(staff("/clients/" + maya.id())).contains("PHQ-9");
        assertThat(staff("/measures")).contains("Give");
        assertThat(staff("/measures/caseload?all=true")).contains("Maya R.");
        assertThat(staff("/measures/program")).contains("Outcomes");
        assertThat(staff("/measures/feedback")).contains("How many answered");
        assertThat(staff("/measures/instruments/DAST-10")).contains("Load the wording");
        assertThat(staff("/measures/cadence")).contains("Adult IOP");
        assertThat(staff("/measures/cadence/" + ward.program())).contains("PHQ-9");
        assertThat(staff("/")).contains("item 9");
        var alert = ward.in(() -> alerts.open(ward.permit(Action.ALERT_ACT))).getFirst();
        assertThat(staff("/measures/alerts")).contains("A2", "Maya R.");
        var page = "/measures/alerts/" + alert.id().value();
        assertThat(staff(page)).contains("What to do");
        var refused = post(page + "/closing").param("note", "Talked.").with(csrf());
        assertThat(
                        browser.perform(refused.with(ward.signedIn(Role.CLINICIAN)))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(422);
        browser.perform(
                post(page + "/closing")
                        .param("risk", "LOW")
                        .param("decision", "SAFE_TO_LEAVE")
                        .param("planReviewed", "true")
                        .param("note", "Passive thoughts, no plan.")
                        .with(csrf())
                        .with(ward.signedIn(Role.CLINICIAN)));
        assertThat(staff("/measures/alerts")).contains("Nobody waits", "safe to leave");
        assertThat(staff(page)).contains("Passive thoughts, no plan.");
    }

    private String staff(String path) throws Exception {
        var answer =
                browser.perform(get(path).with(ward.signedIn(Role.DIRECTOR, Role.CLINICIAN)))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private String code(Language language, String... instruments) {
        return ward.in(() ->
                        giving.give(
                                ward.permit(Action.MEASURE_GIVE),
                                Ids.next(),
                                new ClientId(maya.id()),
                                List.of(instruments),
                                Mode.TABLET,
                                language,
                                null))
                .orThrow()
                .code();
    }

    private String typed(String code) throws Exception {
        return java.util.Objects.requireNonNull(
                browser.perform(
                                post("/tablet/" + ward.organization().value())
                                        .param("code", code)
                                        .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
    }

    private String ask(String path) throws Exception {
        return browser.perform(get(path)).andReturn().getResponse().getContentAsString();
    }

    private MockHttpServletResponse answer(String path, String measure, String item, String code)
            throws Exception {
        return browser.perform(
                        post(path)
                                .param("measure", measure)
                                .param("at", item)
                                .param("code", code)
                                .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse send(String path, String name, String value) throws Exception {
        return browser.perform(post(path).param(name, value).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private static String measure(String page) {
        var found = Pattern.compile("name=\"measure\" value=\"([0-9a-f-]+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
