package care.trellis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.trellis.testing.TrellisTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** An empty installation, set up once by whoever knows the code of the console. */
@TrellisTest
@TestPropertySource(properties = {"trellis.first-run-code=ABCD-EFGH-JKLM", "trellis.demo=true"})
class FirstRunTest {

    @Autowired MockMvc browser;

    @Test
    void an_empty_installation_is_set_up_once_with_the_code() throws Exception {
        assertThat(browse(get("/sign-in")).getContentAsString()).contains("/first-run");
        assertThat(browse(get("/first-run")).getStatus()).isEqualTo(200);

        var wrong = browse(form("GUESSED-CODE", "four purple herons wade"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString())
                .contains("not the set-up code")
                .contains("value=\"Northgate IOP\"");
        assertThat(browse(form("abcd efgh jklm", "short")).getContentAsString())
                .contains("at least 12 characters");

        assertThat(browse(form("abcd efgh jklm", "four purple herons wade")).getRedirectedUrl())
                .isEqualTo("/sign-in");
        assertThat(browse(get("/first-run")).getStatus()).isEqualTo(404);
        assertThat(browse(form("ABCD-EFGH-JKLM", "four purple herons wade")).getStatus())
                .isEqualTo(404);

        var password =
                browse(
                        post("/sign-in")
                                .param("email", "ada@northgate.example")
                                .param("password", "four purple herons wade"));
        assertThat(password.getRedirectedUrl())
                .as("the demo has enrolled the second factor")
                .isEqualTo("/sign-in/code");
        var code =
                browser.perform(get("/sign-in/code").cookie(password.getCookie("session")))
                        .andReturn()
                        .getResponse();
        assertThat(code.getContentAsString()).contains("A real installation never shows this");
    }

    private static MockHttpServletRequestBuilder form(String code, String password) {
        return post("/first-run")
                .param("code", code)
                .param("organization", "Northgate IOP")
                .param("person", "Ada Lindqvist")
                .param("email", "ada@northgate.example")
                .param("password", password)
                .param("passwordAgain", password)
                .param("director", "true");
    }

    private MockHttpServletResponse browse(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(csrf())).andReturn().getResponse();
    }
}
