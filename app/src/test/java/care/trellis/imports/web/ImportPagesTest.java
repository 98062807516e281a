package care.trellis.imports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Role;
import care.trellis.imports.Runs;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@TrellisTest
class ImportPagesTest {

    private static final Path OWN = Path.of("src/test/resources/imports");

    @Autowired MockMvc browser;
    @Autowired Clinic clinic;
    @Autowired Runs runs;

    @Test
    void uploaded_files_come_in_while_the_page_watches_and_the_report_follows() throws Exception {
        var ward = clinic.open();
        var run = Ids.next();

        upload(ward, run);
        upload(ward, run);
        await(ward, run);

        assertThat(page(ward, "/import/" + run))
                .contains("ana.json", "1 taken", "is not kept here")
                .contains("clients.csv", "Partly taken", "Write F, M or U")
                .doesNotContain("<b>ruiz", "hx-get=\"/import/");
        assertThat(page(ward, "/clients?status=WAITING"))
                .contains("&lt;b>Ruiz&lt;/b>".replace(">", "&gt;"), "Robin Vale");
    }

    @Test
    void the_template_can_be_downloaded() throws Exception {
        assertThat(page(clinic.open(), "/import/template"))
                .startsWith("id,given_name,family_name,birth_date");
    }

    @Test
    void another_organization_and_a_role_without_imports_find_no_run() throws Exception {
        var ward = clinic.open();
        var run = Ids.next();
        upload(ward, run);
        await(ward, run);

        browser.perform(get("/import/" + run).with(clinic.open().signedIn(Role.DIRECTOR)))
                .andExpect(status().isNotFound());
        browser.perform(get("/import").with(ward.signedIn(Role.CLINICIAN)))
                .andExpect(status().isNotFound());
    }

    private void upload(Clinic.Ward ward, UUID run) throws Exception {
        browser.perform(
                        multipart("/import")
                                .file(file("ana.json"))
                                .file(file("clients.csv"))
                                .param("key", run.toString())
                                .param("site", ward.site().toString())
                                .with(csrf())
                                .with(ward.signedIn(Role.DIRECTOR)))
                .andExpect(status().is3xxRedirection());
    }

    private void await(Clinic.Ward ward, UUID run) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (!ward.in(() -> runs.find(ward.permit(Action.IMPORT_RUN), run)).isWorking()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The import did not end");
    }

    private String page(Clinic.Ward ward, String path) throws Exception {
        return browser.perform(get(path).with(ward.signedIn(Role.DIRECTOR)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static MockMultipartFile file(String name) throws Exception {
        return new MockMultipartFile(
                "files", name, "application/octet-stream", Files.readAllBytes(OWN.resolve(name)));
    }
}
