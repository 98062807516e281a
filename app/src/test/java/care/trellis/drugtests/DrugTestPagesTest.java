package care.trellis.drugtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@TrellisTest
class DrugTestPagesTest {

    @Autowired MockMvc browser;
    @Autowired Clinic clinic;
    @Autowired Draws draws;
    @Autowired SettableClock clock;

    @Test
    void somebody_is_drawn_collected_read_and_talked_to_on_its_pages() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        clinic.session(ward, Clinic.MONDAY.plusDays(1), LocalTime.of(9, 0), 60, maya);
        var path = "/clients/" + maya.id() + "/drug-tests";
        send(
                ward,
                Role.CLINICIAN,
                path + "/standing",
                "key",
                Ids.next().toString(),
                "takesPart",
                "true",
                "panel",
                "URINE_12",
                "perWeek",
                "5",
                "reason",
                "Agreed in the plan");
        ward.run(() -> draws.run(ward.permit(Action.DRUG_TEST_ORDER)));
        clock.set(clock.instant().plus(Duration.ofHours(24)));
        ward.run(() -> draws.run(ward.permit(Action.DRUG_TEST_ORDER)));

        var day = page(ward, "/drug-tests", Role.FRONT_DESK);
        assertThat(day)
                .contains("Maya R.", "Random draw", "1 of 1 who could be", "To be collected");
        var test = between(day, "drug-tests/", "\"", "/clients/" + maya.id());
        var label = between(page(ward, path + "/" + test, Role.FRONT_DESK), "Label ", "<", "");

        send(
                ward,
                Role.FRONT_DESK,
                path + "/" + test + "/collection",
                "label",
                label,
                "fahrenheit",
                "96",
                "identified",
                "true",
                "sealed",
                "true");
        send(
                ward,
                Role.CLINICIAN,
                path + "/" + test + "/results",
                "key",
                Ids.next().toString(),
                "kind",
                "POINT_OF_CARE",
                "reportedOn",
                "2026-03-03",
                "state",
                "VALID",
                "outcome-FENTANYL",
                "POSITIVE",
                "outcome-THC",
                "NEGATIVE");

        assertThat(page(ward, path + "/" + test, Role.CLINICIAN))
                .contains("Presumptive positive", "No prescription on the list explains it")
                .contains("naloxone and treatment are offered the same day")
                .contains("Talk about the result", "by Mar 4, 2026")
                .contains("Collected and sealed", "96 °F within four minutes");
        assertThat(page(ward, path + "/" + test, Role.FRONT_DESK))
                .contains("Collected and sealed")
                .doesNotContain("Presumptive", "Talk about");
        assertThat(page(ward, "/", Role.CLINICIAN)).contains("Talk about the result");
        assertThat(page(ward, "/clients/" + maya.id(), Role.CLINICIAN)).contains("Presumptive");
        var draw =
                between(page(ward, "/drug-tests", Role.CLINICIAN), "/drug-tests/draws/", "\"", "");
        assertThat(page(ward, "/drug-tests/draws/" + draw, Role.COMPLIANCE))
                .contains("Drawn again: the same", "100.0 %", "sha256sum");
    }

    @Test
    void a_wrong_label_comes_back_with_what_was_typed() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var key = Ids.next();
        var path = "/clients/" + maya.id() + "/drug-tests";
        send(
                ward,
                Role.CLINICIAN,
                path,
                "key",
                key.toString(),
                "panel",
                "OPIOIDS",
                "why",
                "CLINICAL",
                "day",
                "2026-03-02");

        var page =
                browser.perform(
                                post(path + "/" + key + "/collection")
                                        .with(csrf())
                                        .with(ward.signedIn(Role.FRONT_DESK))
                                        .param("label", "00000-11111")
                                        .param("fahrenheit", "96"))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();

        assertThat(page)
                .contains("This is not the label of this test", "value=\"00000-11111\"", "Seal it");
    }

    @Test
    void a_file_with_a_bad_row_says_which_and_that_nothing_was_taken() throws Exception {
        var ward = clinic.open();

        var page =
                browser.perform(
                                multipart("/drug-tests/file")
                                        .file(
                                                new MockMultipartFile(
                                                        "file",
                                                        "results.csv",
                                                        "text/csv",
                                                        "specimen,accession,kind,reported_on,state,analyte,result,value\nX,1,LABORATORY,2026-03-02,,THC,NEGATIVE,\n"
                                                                .getBytes(StandardCharsets.UTF_8)))
                                        .with(csrf())
                                        .with(ward.signedIn(Role.CLINICIAN)))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();

        assertThat(page).contains("Nothing of this file was taken", "Line 2: There is no specimen");
    }

    @Test
    void front_desk_finds_no_results() throws Exception {
        var ward = clinic.open();

        browser.perform(
                        get("/clients/" + clinic.maya(ward).id() + "/drug-tests")
                                .with(ward.signedIn(Role.FRONT_DESK)))
                .andExpect(status().isNotFound());
    }

    private static String between(String page, String before, String after, String from) {
        int start = page.indexOf(before, from.isEmpty() ? 0 : page.indexOf(from)) + before.length();
        return page.substring(start, page.indexOf(after, start));
    }

    private void send(Clinic.Ward ward, Role role, String path, String... fields) throws Exception {
        var request = post(path).with(csrf()).with(ward.signedIn(role));
        for (int field = 0; field < fields.length; field += 2) {
            request.param(fields[field], fields[field + 1]);
        }
        browser.perform(request).andExpect(status().is3xxRedirection());
    }

    private String page(Clinic.Ward ward, String path, Role role) throws Exception {
        return browser.perform(get(path).with(ward.signedIn(role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
